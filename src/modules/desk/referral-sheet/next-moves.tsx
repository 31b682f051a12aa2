import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { AnswerFields } from '../answer-referral/answer-fields.tsx';
import { ServedFields } from '../mark-served/served-fields.tsx';
import { NameOf } from '../referral/referral-names.tsx';
import { referralOutcomes } from '../referral/referral-state.ts';
import { referralWords } from '../referral-words.ts';
import type { ReferralSheet } from './referral-sheet.page.tsx';

interface Props {
  readonly visit: Visit<View>;
  readonly sheet: ReferralSheet;
}

/** What the sender can do now, by state: another choice, an answer heard, received there, close, take back. */
export const NextMoves = ({ visit, sheet }: Props): ReactNode => {
  const { state } = sheet;
  const f = { view: visit.view, values: visit.values, errors: visit.refusal ? {} : visit.errors };
  const words = referralWords(visit.view);
  const at = `/referrals/${sheet.id}`;
  const answered = state === 'accepted' || state === 'declined' || state === 'served';
  return (
    <>
      {state === 'declined' || sheet.late || sheet.escalated ? <AnotherChoice visit={visit} sheet={sheet} /> : null}
      {state === 'sent' ? (
        <Fold title={words('sheet.heard')}>
          <Form {...f} action={`${at}/answer`}><AnswerFields {...f} heard /><Button icon="check">{words('answer.send')}</Button></Form>
        </Fold>
      ) : null}
      {state === 'accepted' ? (
        <Card title={words('sheet.served_title')}>
          <Form {...f} action={`${at}/served`}><ServedFields {...f} /><Button icon="check">{words('answer.received_send')}</Button></Form>
        </Card>
      ) : null}
      {answered ? <Closing f={f} at={at} first={state === 'served'} /> : null}
      {state === 'sent' || state === 'accepted' ? <TakingBack view={visit.view} at={at} /> : null}
    </>
  );
};

const Fold = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <details className="card"><summary>{title}</summary>{children}</details>
);

const AnotherChoice = ({ visit: { view }, sheet }: Props): ReactNode => {
  const words = referralWords(view);
  const choose = `/desk/tickets/${sheet.ticket}/referral?after=${sheet.id}`;
  return (
    <Card title={words('sheet.next')}>
      {sheet.next ? <p><strong><NameOf view={view} names={sheet.next} /></strong></p> : null}
      <Buttons>
        {sheet.next ? <LinkButton href={`${choose}&service=${sheet.nextService}`} icon="referral">{words('sheet.try_next')}</LinkButton> : null}
        <LinkButton kind="quiet" href={choose} icon="search">{words('sheet.try_other')}</LinkButton>
      </Buttons>
    </Card>
  );
};

const Closing = ({ f, at, first }: { f: FormState; at: string; first: boolean }): ReactNode => {
  const words = referralWords(f.view);
  const form = (
    <Form {...f} action={`${at}/close`}>
      <Radios
        {...f} required name="outcome" label={words('sheet.outcome')} help={words('sheet.close_help')}
        choices={referralOutcomes.map((code) => ({ value: code, label: words(`outcome.${code}`) }))}
      />
      <Button icon="lock">{words('sheet.close')}</Button>
    </Form>
  );
  return first ? <Card title={words('sheet.close_title')}>{form}</Card> : <Fold title={words('sheet.close_title')}>{form}</Fold>;
};

const TakingBack = ({ view, at }: { view: View; at: string }): ReactNode => {
  const words = referralWords(view);
  return (
    <Fold title={words('sheet.back_title')}>
      <p className="soft">{words('sheet.back_help')}</p>
      <Buttons>
        <PostButton view={view} action={`${at}/back`} values={{ reason: 'mistake' }} kind="danger">{words('sheet.mistake')}</PostButton>
        <PostButton view={view} action={`${at}/back`} values={{ reason: 'client-withdrew' }} kind="quiet">{words('sheet.withdrew')}</PostButton>
      </Buttons>
    </Fold>
  );
};
