import type { ReactNode } from 'react';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { formAt, meetingChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { afterAward } from './advance-sub-grant.ts';
import type { SubGrantPart } from './sub-grant.page.tsx';

/** What comes next for a sub-grant, for whoever may do it. */
export const NextStep = (part: SubGrantPart): ReactNode => {
  const { visit: { view, may }, of } = part;
  const words = fundingWords(view);
  if (!may('funding.advance-sub-grant')) return null;
  const at = `/sub-grants/${of.id}`;
  const withdraw = of.state === 'proposal' || of.state === 'admissible' ? <PostButton view={view} kind="quiet" icon="cross" action={`${at}/advance`} values={{ to: 'withdrawn' }}>{words('sub_grant.withdraw')}</PostButton> : null;
  if (of.state === 'proposal') return <Buttons><PostButton view={view} icon="search" action={`${at}/check`}>{words('sub_grant.check')}</PostButton>{withdraw}</Buttons>;
  if (of.state === 'admissible') return <><Evaluate {...part} /><Buttons>{withdraw}</Buttons></>;
  if (of.state === 'evaluated') return of.mine ? <Notice view={view}>{words('approve.mine')}</Notice> : <Decide {...part} />;
  return of.state in afterAward ? <Advance {...part} /> : null;
};

const Evaluate = ({ visit, of }: SubGrantPart): ReactNode => {
  const words = fundingWords(visit.view);
  const action = `/sub-grants/${of.id}/evaluate`;
  const f = formAt(visit, action);
  return (
    <Card title={words('sub_grant.evaluate')}>
      <Form {...f} action={action}>
        <NumberField {...f} required name="points" label={words('sub_grant.points')} min={0} max={100} />
        <TextField {...f} ltr required name="amount" label={words('sub_grant.amount')} />
        <Buttons><Button icon="check">{words('sub_grant.evaluate')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Decide = ({ visit, of }: SubGrantPart): ReactNode => {
  const words = fundingWords(visit.view);
  const action = `/sub-grants/${of.id}/decide`;
  const f = formAt(visit, action);
  return (
    <Card title={words('sub_grant.decide')}>
      <Form {...f} action={action}>
        <Radios {...f} required name="decision" label={words('sub_grant.decide')} choices={[{ value: 'award', label: words('sub_grant.award') }, { value: 'decline', label: words('sub_grant.decline') }]} />
        {of.meetings.length > 0 ? <SelectField {...f} name="meeting" label={words('approve.meeting')} help={words('approve.meeting_help')} choices={meetingChoices(visit.view, of.meetings)} /> : null}
        <Buttons><Button icon="check">{words('sub_grant.decide')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Advance = ({ visit, of }: SubGrantPart): ReactNode => {
  const words = fundingWords(visit.view);
  const to = afterAward[of.state as keyof typeof afterAward];
  const action = `/sub-grants/${of.id}/advance`;
  const f = formAt(visit, action);
  const dated = to === 'contracted' || to === 'interim_report' || to === 'final_report';
  return (
    <Card title={`${words('sub_grant.next')} · ${words(`sstate.${to}`)}`}>
      <Form {...f} action={action}>
        <HiddenField name="to" value={to} />
        {dated ? <DateField {...f} required name="on" label={words('sub_grant.on')} /> : null}
        {to === 'contracted' ? <TextField {...f} required name="paper" label={words('sub_grant.paper')} maxLength={200} /> : null}
        <Buttons><Button icon="forward">{words('sub_grant.write')}</Button></Buttons>
      </Form>
    </Card>
  );
};
