import type { ReactNode } from 'react';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Table } from '#ui/table.tsx';
import { number } from '#core/words/format.ts';
import { formAt, moneyText } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { FundPart } from './fund.page.tsx';

/** What the funder paid in, each with its receipt; the forms that issue one and take a mistaken one back. */
export const Receipts = ({ visit, fund }: FundPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const issues = fund.mine && fund.state === 'open' && may('funding.issue-receipt');
  if (!fund.mine) return null;
  const action = `/funds/${fund.id}/receipts`;
  const f = formAt(visit, action);
  return (
    <Card title={words('receipts')}>
      <p className="soft">{words('receipts.lede')}</p>
      {fund.receipts.length === 0 ? <p>{words('receipts.none')}</p> : (
        <Table view={view} caption={words('receipts')} rows={fund.receipts} rowKey={({ id }) => id} rowHref={({ id }) => `${action}/${id}/paper`} columns={[
          { key: 'number', label: words('receipt.number'), cell: ({ number: each }) => <Num view={view} value={each} /> },
          { key: 'amount', label: words('receipt.amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={fund.currency} /> },
          { key: 'on', label: words('receipt.on'), cell: ({ receivedOn }) => <CalendarDate view={view} value={receivedOn} /> },
          { key: 'paper', label: words('receipt.paper'), cell: ({ paper, takenBackWhy }) => <div><Bdi>{paper}</Bdi>{takenBackWhy ? <> <Badge tone="rose">{words('receipt.taken_back')}</Badge> <Bdi>{takenBackWhy}</Bdi></> : null}</div> },
          { key: 'by', label: words('receipt.by'), cell: ({ by }) => <Bdi>{by}</Bdi> },
        ]} />
      )}
      {issues ? (
        <Form {...f} action={action}>
          <TextField {...f} ltr required name="received" label={words('receipt.amount')} />
          <DateField {...f} required name="received_on" label={words('receipt.on')} />
          <TextField {...f} required name="proof" label={words('receipt.paper')} maxLength={200} />
          <Buttons><Button icon="check">{words('receipt.issue')}</Button></Buttons>
        </Form>
      ) : null}
      <TakeBack visit={visit} fund={fund} />
    </Card>
  );
};

const TakeBack = ({ visit, fund }: FundPart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const others = fund.receipts.filter(({ mine, takenBackWhy }) => !mine && takenBackWhy === null);
  if (others.length === 0 || !may('funding.take-back-receipt')) return null;
  const action = `/funds/${fund.id}/taken-back`;
  const f = formAt(visit, action);
  return (
    <details open={view.path === action}>
      <summary>{words('receipt.take_back')}</summary>
      <Form {...f} action={action}>
        <SelectField {...f} required name="receipt" label={words('receipt.which')} choices={others.map((each) => ({ value: each.id, label: `${number(each.number, view.locale)} · ${moneyText(view, each.amount, fund.currency)}` }))} />
        <TextField {...f} required name="why" label={words('receipt.why')} maxLength={500} />
        <Buttons><Button kind="danger" icon="cross">{words('receipt.take_back')}</Button></Buttons>
      </Form>
    </details>
  );
};
