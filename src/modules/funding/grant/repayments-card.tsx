import type { ReactNode } from 'react';
import { longCalendarDate } from '#core/words/format.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Table } from '#ui/table.tsx';
import { formAt } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { GrantPart } from './grant.page.tsx';

/** How a loan is paid back: its dates, what came, and what is late. */
export const Repayments = ({ visit, grant }: GrantPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  if (grant.kind !== 'loan' || grant.state === 'cancelled') return null;
  const action = `/grants/${grant.id}/repayments`;
  const f = formAt(visit, action);
  const open = grant.repayments.filter(({ paidOn }) => paidOn === null);
  return (
    <Card title={words('repayments')}>
      {grant.repayments.length > 0 ? (
        <Table view={view} caption={words('repayments')} rows={grant.repayments} rowKey={({ position }) => String(position)} columns={[
          { key: 'number', label: words('file.number'), cell: ({ position }) => <Num view={view} value={position} /> },
          { key: 'due', label: words('repayments.due'), cell: ({ dueOn }) => <CalendarDate view={view} value={dueOn} /> },
          { key: 'amount', label: words('grant.amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={grant.currency} /> },
          { key: 'came', label: words('repayments.came'), cell: ({ paidOn, late }) => (paidOn ? <CalendarDate view={view} value={paidOn} /> : late ? <Badge tone="rose">{words('repayments.late')}</Badge> : '–') },
        ]} />
      ) : may('funding.plan-repayments') ? (
        <Form {...f} action={action}>
          <NumberField {...f} required name="parts" label={words('repayments.parts')} min={1} max={120} />
          <DateField {...f} required name="first_on" label={words('repayments.first')} />
          <Buttons><Button kind="quiet" icon="calendar">{words('repayments.plan')}</Button></Buttons>
        </Form>
      ) : null}
      {open.length > 0 && may('funding.record-repayment') ? <Received visit={visit} grant={grant} open={open} /> : null}
    </Card>
  );
};

const Received = ({ visit, grant, open }: GrantPart & { open: GrantPart['grant']['repayments'] }): ReactNode => {
  const { view } = visit;
  const words = fundingWords(view);
  const action = `/grants/${grant.id}/repayments/received`;
  const f = formAt(visit, action);
  return (
    <Form {...f} action={action}>
      <SelectField {...f} required name="position" label={words('repayments.which')} choices={open.map(({ position, dueOn }) => ({ value: String(position), label: `${position} · ${longCalendarDate(dueOn, view.locale)}` }))} />
      <DateField {...f} required name="on" label={words('repayments.came')} />
      <Buttons><Button kind="quiet" icon="coins">{words('repayments.record')}</Button></Buttons>
    </Form>
  );
};
