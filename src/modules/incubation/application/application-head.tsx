import type { ReactNode } from 'react';
import type { Multilingual } from '#core/input.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Said } from '#modules/desk/public.ts';
import { Ltr } from '#ui/bdi.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import type { ApplicationState } from '../codes.ts';
import { ApplicationBadge } from '../show.tsx';

interface Head {
  readonly view: View;
  readonly application: { readonly id: string; readonly receipt: string; readonly state: ApplicationState; readonly applicant: string };
  readonly call: { readonly id: string; readonly names: Multilingual };
  readonly parts: number;
  /** Which step one is at: who, a part of the questions, the check; the sheet itself when absent. */
  readonly at?: 'who' | 'check' | number;
  readonly actions?: ReactNode;
}

/** The head of each page of an application: its receipt, where it stands, its call; while it is a draft the steps to hand it in. */
export const ApplicationHead = ({ view, application, call, parts, at, actions }: Head): ReactNode => {
  const words = callWords(view);
  const here = `/applications/${application.id}`;
  const back = at === undefined ? { href: `/calls/${call.id}/applications`, label: words('applications') } : { href: here, label: words('application') };
  const step = (key: string, href: string, label: string, current: boolean) => ({ key, href, label, state: current ? ('current' as const) : ('next' as const), note: '' });
  const steps = [
    ...(application.applicant === 'person' ? [] : [step('who', `${here}/persons`, words('step.who'), at === 'who')]),
    ...Array.from({ length: parts }, (_, n) => step(`part-${n + 1}`, `${here}/questions?part=${n + 1}`, words('step.part', { part: n + 1, parts }), at === n + 1)),
    step('check', `${here}/check`, words('step.check'), at === 'check'),
  ];
  return (
    <>
      <PageTitle back={back} lede={<><ApplicationBadge view={view} state={application.state} /> <Said view={view} value={call.names} /></>} actions={actions}>
        {words('application')} <Ltr>{spelledCode(application.receipt)}</Ltr>
      </PageTitle>
      {application.state === 'draft' ? <Steps view={view} label={words('application.steps')} steps={steps} /> : null}
    </>
  );
};
