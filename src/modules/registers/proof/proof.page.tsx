import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { withdrawals } from '../codes.ts';
import { entrySheet } from '../entry/entry-sheet.query.ts';
import { formAt, plain, ProofFields, ProofLink, stateWord } from '../show.tsx';
import { registersWords } from '../words.ts';
import { replaceProof } from './replace-proof.ts';
import { withdrawProof } from './withdraw-proof.ts';

/** The paper of one step: another in its place, or its end. */
export const replaceProofPage = definePage<View>({
  path: '/registers/entries/:entry/proofs/:step',
  audience: 'staff',
  needs: 'registers.replace-proof',
  show: async (visit) => {
    const { view, params } = visit;
    const words = registersWords(view);
    const { entry, steps } = await visit.ask(entrySheet, { entry: params.entry! });
    const step = steps.find(({ id }) => id === params.step);
    if (!step?.proof) throw new NotFound();
    const here = `/registers/entries/${entry.id}/proofs/${step.id}`;
    const [f, w] = [formAt(visit, here), formAt(visit, `${here}/withdraw`)];
    return {
      title: words('proof.change'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/registers/entries/${entry.id}`, label: plain(view, entry.names) }} lede={<>{stateWord(view, entry.kind, step.to)} · <ProofLink view={view} of={step} /></>}>{words('proof.change')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card title={words('proof.replace')}>
            <Form {...f} action={here} withFile native>
              <ProofFields f={f} required />
              <Buttons><Button icon="check">{words('proof.replace')}</Button></Buttons>
            </Form>
          </Card>
          {step.withdrawnWhy ? null : (
            <Card title={words('proof.withdraw')}>
              <p>{words('proof.withdraw_help')}</p>
              <Form {...w} action={`${here}/withdraw`}>
                <Radios {...w} required name="why" label={words('f.why')} choices={withdrawals.map((value) => ({ value, label: words(`why.${value}`) }))} />
                <Buttons><Button kind="danger" icon="cross">{words('proof.withdraw')}</Button></Buttons>
              </Form>
            </Card>
          )}
        </Stack>
      ),
    };
  },
  post: { action: replaceProof, input: ({ params }) => ({ step: params.step }), leadsTo: ({ entry }) => `/registers/entries/${entry}?done=1` },
});

/** Withdraws the paper of a step; then the sheet says that it counts no more. */
export const withdrawProofPage = definePage<View>({
  path: '/registers/entries/:entry/proofs/:step/withdraw',
  audience: 'staff',
  needs: 'registers.withdraw-proof',
  post: { action: withdrawProof, input: ({ params }) => ({ step: params.step }), leadsTo: (_, { params }) => `/registers/entries/${params.entry}?done=1`, again: replaceProofPage },
});
