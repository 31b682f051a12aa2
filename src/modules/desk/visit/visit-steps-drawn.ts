import type { Step } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';
import type { VisitSheet } from './visit.page.tsx';
import { type StepKey, stepKeys } from './visit-steps.ts';

/** Where a step is done. Steps that need to know who it is come with `afterClient`. */
const pageOfStep: Readonly<Partial<Record<StepKey, { path: (sheet: VisitSheet) => string; afterClient?: true }>>> = {
  listening: { path: ({ id }) => `/desk/tickets/${id}/listening` },
  client: { path: ({ id }) => `/desk/tickets/${id}/client` },
  consent: { path: ({ id, person }) => `/people/${person?.id}/consent?visit=${id}`, afterClient: true },
  needs: { path: ({ id }) => `/desk/tickets/${id}/needs`, afterClient: true },
  orientation: { path: ({ id }) => `/desk/tickets/${id}/orientation`, afterClient: true },
  slip: { path: ({ id }) => `/desk/tickets/${id}/slip`, afterClient: true },
  referral: { path: ({ id }) => `/desk/tickets/${id}/referral`, afterClient: true },
  assessment: { path: ({ id }) => `/desk/tickets/${id}/assessment`, afterClient: true },
};

/** The steps with their links: done, next in line, or to come. A link appears only while the visit is open and makes sense. */
export function stepsToDraw(view: View, sheet: VisitSheet): readonly Step[] {
  const words = deskWords(view);
  const next = stepKeys.find((key) => key !== 'listening' && !sheet.steps.includes(key));
  return stepKeys.map((key) => {
    const page = pageOfStep[key];
    const opens = sheet.open && page && (sheet.received || !page.afterClient) && !(key === 'client' && sheet.received);
    const done = sheet.steps.includes(key);
    return {
      key, label: words(`step.${key}`),
      state: done ? 'done' : key === next && sheet.open ? 'current' : 'next',
      ...(opens ? { href: page.path(sheet) } : {}),
      ...(key === 'listening' && !done ? { note: words('step.optional') } : {}),
    } satisfies Step;
  });
}
