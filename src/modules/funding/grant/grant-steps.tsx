import type { ReactNode } from 'react';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { endReasons } from '../codes.ts';
import { formAt, meetingChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { GrantPart } from './grant.page.tsx';

/** The decision, for whoever neither proposed it nor typed its application. */
export const ApproveForm = ({ visit, grant }: GrantPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  if (grant.state !== 'proposed' || grant.kind === 'sub_grant' || !may('funding.approve-grant')) return null;
  if (grant.mine) return <Notice view={view}>{words('approve.mine')}</Notice>;
  const action = `/grants/${grant.id}/approve`;
  const f = formAt(visit, action);
  return (
    <Card title={words('approve')}>
      <p className="soft">{words('approve.lede')}</p>
      <Form {...f} action={action}>
        {grant.meetings.length > 0 ? <SelectField {...f} name="meeting" label={words('approve.meeting')} help={words('approve.meeting_help')} choices={meetingChoices(view, grant.meetings)} /> : null}
        <Buttons><Button icon="check">{words('approve')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Writes down that the specifications were signed. */
export const SignForm = ({ visit, grant }: GrantPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  if (grant.state !== 'approved' || !may('funding.sign-specifications')) return null;
  const action = `/grants/${grant.id}/sign`;
  const f = formAt(visit, action);
  return (
    <Card title={words('sign')}>
      <p className="soft">{words('sign.lede')}</p>
      <Form {...f} action={action}>
        <DateField {...f} required name="on" label={words('sign.on')} />
        <TextField {...f} required name="paper" label={words('sign.paper')} maxLength={200} />
        <Buttons><Button icon="check">{words('sign.button')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Issues the certificate once the specifications are signed. */
export const CertifyButton = ({ visit: { view, may }, grant }: GrantPart): ReactNode =>
  grant.state === 'specifications_signed' && may('funding.certify-grant') ? (
    <Buttons><PostButton view={view} icon="check" action={`/grants/${grant.id}/certify`}>{fundingWords(view)('certify')}</PostButton></Buttons>
  ) : null;

/** Writes the account once it is decided; afterwards only its end is shown. */
export const PayeeForm = ({ visit, grant }: GrantPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  if (!['approved', 'specifications_signed', 'certified', 'paid_part'].includes(grant.state) || !may('funding.set-payee')) return null;
  const action = `/grants/${grant.id}/payee`;
  const f = formAt(visit, action);
  return (
    <Card title={words('payee.set')}>
      <p className="soft">{words('payee.help')}</p>
      <Form {...f} action={action}>
        <Radios {...f} required name="way" label={words('payee.way')} choices={(['bank', 'mobile'] as const).map((value) => ({ value, label: words(`way.${value}`) }))} />
        <TextField {...f} required name="holder" label={words('payee.holder')} maxLength={120} autoComplete="off" />
        <TextField {...f} required ltr name="number" label={words('payee.number')} maxLength={60} autoComplete="off" />
        <Buttons><Button kind="quiet" icon="lock">{words('payee.set')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Declines or cancels what was not paid; closes what was paid in part. */
export const EndForm = ({ visit, grant }: GrantPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const paying = grant.state === 'paid_part' || grant.state === 'paid';
  const open = ['proposed', 'approved', 'specifications_signed', 'certified'].includes(grant.state) && grant.kind !== 'sub_grant';
  if (!(paying && may('funding.close-grant')) && !(open && may('funding.cancel-grant'))) return null;
  const action = `/grants/${grant.id}/${paying ? 'close' : 'cancel'}`;
  const f = formAt(visit, action);
  return (
    <Card title={words(paying ? 'end.close' : 'end')}>
      <Form {...f} action={action}>
        <SelectField {...f} required name="reason" label={words('end.reason')} choices={endReasons.map((value) => ({ value, label: words(`reason.${value}`) }))} />
        <Buttons><Button kind="danger" icon="cross">{words(paying ? 'end.close' : 'end')}</Button></Buttons>
      </Form>
    </Card>
  );
};
