import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Money, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { disputeEnds } from '../codes.ts';
import { ClaimBadge, merchantWords } from '../merchant/merchant-words.tsx';
import { formAt, Names } from '../show.tsx';
import { claimSheet } from './claim-sheet.query.ts';

type Sheet = Awaited<ReturnType<(typeof claimSheet)['spec']['run']>>;

/** One claim for the hub: what it is made of, its steps, and the next one for whoever may do it. */
export const claimPage = definePage<View>({
  path: '/aid/claims/:claim',
  audience: 'staff',
  needs: 'currency.claim-sheet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = merchantWords(view);
    const claim = await ask(claimSheet, { claim: params.claim! });
    return {
      title: words('claim_n', { n: claim.number }),
      body: (
        <Stack>
          <PageTitle lede={<ClaimBadge view={view} state={claim.state} />} back={{ href: '/aid/claims', label: words('claims') }}>{words('claim_n', { n: claim.number })}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {claim.tied ? <Notice view={view}>{words('claim.tied')}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('shop'), value: <a href={`/aid/merchants/${claim.merchant}`}><Names view={view} of={claim.names} /></a> }, { label: words('amount'), value: <strong><Money view={view} value={claim.amount} currency={claim.currency} /></strong> },
              claim.run && { label: words('run'), value: <a href={`/aid/settlements/${claim.run.id}`}>{words('run_n', { n: claim.run.number })}</a> }, claim.bankLine !== null && { label: words('bank_line'), value: <Bdi>{claim.bankLine}</Bdi> },
            ]} />
          </Card>
          <Card title={words('parts')}>
            <Table view={view} caption={words('parts')} rows={claim.parts} rowKey={({ names, amount }) => `${Object.values(names)[0]}${amount}`} columns={[
              { key: 'instrument', label: words('instrument'), cell: ({ names }) => <Names view={view} of={names} /> }, { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={claim.currency} /> },
            ]} />
          </Card>
          <Card title={words('steps')}>
            <Table view={view} caption={words('steps')} rows={claim.steps} rowKey={({ id }) => id} columns={[
              { key: 'state', label: words('state'), cell: ({ state }) => <ClaimBadge view={view} state={state} /> }, { key: 'at', label: words('when'), cell: ({ at }) => <OnDate view={view} value={at} /> },
              { key: 'by', label: words('by'), cell: ({ by }) => (by ? <Bdi>{by}</Bdi> : '–') }, { key: 'why', label: words('why'), cell: ({ why }) => (why ? <Bdi>{why}</Bdi> : '–') },
            ]} />
          </Card>
          <Next visit={visit} claim={claim} />
        </Stack>
      ),
    };
  },
});

const Next = ({ visit, claim }: { visit: Visit<View>; claim: Sheet }): ReactNode => {
  const { view, may } = visit;
  const words = merchantWords(view);
  const at = `/aid/claims/${claim.id}`;
  const [reconcile, dispute, end] = [formAt(visit, `${at}/reconcile`), formAt(visit, `${at}/dispute`), formAt(visit, `${at}/end`)];
  const open = claim.state === 'submitted' || claim.state === 'paid' || (claim.state === 'validated' && claim.run === null);
  return (
    <>
      {claim.state === 'submitted' && !claim.tied && may('currency.validate-claim') ? <Buttons><PostButton view={view} icon="check" action={`${at}/validate`}>{words('validate')}</PostButton></Buttons> : null}
      {claim.state === 'paid' && !claim.tied && !claim.paidByMe && may('currency.reconcile-claim') ? (
        <Card title={words('reconcile')}>
          <Form {...reconcile} action={`${at}/reconcile`}>
            <TextField {...reconcile} required name="line" label={words('bank_line')} help={words('bank_line.help')} maxLength={140} />
            <TextField {...reconcile} ltr required name="amount" label={words('bank_amount')} />
            <Buttons><Button icon="check">{words('reconcile.button')}</Button></Buttons>
          </Form>
        </Card>
      ) : null}
      {claim.state === 'disputed' && !claim.tied && !claim.disputedByMe && may('currency.end-dispute') ? (
        <Card title={words('end')}>
          <Form {...end} action={`${at}/end`}>
            <Radios {...end} required name="how" label={words('end.how')} choices={disputeEnds.map((value) => ({ value, label: words(`end.${value}`) }))} />
            <TextField {...end} required name="why" label={words('why')} maxLength={300} />
            <Buttons><Button icon="check">{words('end.button')}</Button></Buttons>
          </Form>
        </Card>
      ) : null}
      {open && may('currency.dispute-claim') ? (
        <Card title={words('object')}>
          <Form {...dispute} action={`${at}/dispute`}>
            <TextField {...dispute} required name="why" label={words('object.why')} maxLength={300} />
            <Buttons><Button kind="quiet" icon="warning">{words('object.button')}</Button></Buttons>
          </Form>
        </Card>
      ) : null}
    </>
  );
};
