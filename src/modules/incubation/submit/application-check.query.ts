import { z } from 'zod';
import { id, isoDate, maybe } from '#core/input.ts';
import { standingAt } from '../call/call-window.ts';
import { ownApplication } from '../application/own-application.ts';
import { partsOf } from '../application/form-parts.ts';
import { query } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';
import { factsOfApplication } from './facts-of-application.ts';
import { weighApplication } from './weigh-application.ts';

/** What would be said of an application if it were handed in now: what is missing and where, whether it may take part and why not, and the automatic points with what gave them. Absent once it was handed in: what it scored then stands on its sheet. */
export const applicationCheck = query({
  name: 'application-check',
  says: 'Looks whether an application can be handed in and what it would score.',
  purpose: 'request',
  input: z.strictObject({ application: id(), born: maybe(isoDate()) }),
  run: async (asking, { application: wanted, born }) => {
    const application = await ownApplication(asking, wanted);
    if (application.state !== 'draft') asking.absent();
    const { facts, missing, form } = await factsOfApplication(asking, application, born);
    const { criteria, quotas } = await readRules(asking, application.call_id);
    const weighed = weighApplication({ ...application.call, criteria, quotas }, facts);
    const parts = partsOf(form.questions);
    return {
      writes: application.state === 'draft' && standingAt(application.call, asking.now) === 'open', state: application.state, receipt: application.receipt,
      call: { id: application.call.id, names: application.call.names, closesOn: application.call.closes_on, ages: [application.call.age_lowest, application.call.age_highest] as const },
      missing: missing.map((code) => ({ code, labels: form.questions.find((one) => one.code === code)!.labels, part: parts.findIndex((part) => part.some((one) => one.code === code)) + 1 })),
      ...weighed, ageUnsure: weighed.reasons.includes('age_unknown'), criteria, quotas,
    };
  },
});
