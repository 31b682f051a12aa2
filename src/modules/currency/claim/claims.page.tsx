import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Money, Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ClaimBadge, merchantWords } from '../merchant/merchant-words.tsx';
import { formAt, moneyText, Names, nameIn } from '../show.tsx';
import { claimList } from './claim-list.query.ts';
import { makeSettlement } from './settle-claims.ts';

type List = Awaited<ReturnType<(typeof claimList)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly list: List }

/** The claims of shops, what waits first; the runs in which they are paid; and where a run is put together. */
export const claimsPage = definePage<View>({
  path: '/aid/claims',
  audience: 'staff',
  needs: 'currency.claim-list',
  menu: { label: (reader) => merchantWords(reader)('claims'), order: 66, group: 'money', icon: 'coins' },
  show: async (visit) => {
    const { view, ask } = visit;
    const words = merchantWords(view);
    const list = await ask(claimList, {});
    return {
      title: words('claims'),
      body: (
        <Stack>
          <PageTitle lede={words('claims.lede')} back={{ href: '/aid/merchants', label: words('shops') }}>{words('claims')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Table view={view} caption={words('claims')} rows={list.claims} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/claims/${id}`} empty={<EmptyState title={words('claims.none')}>{words('claims.none_text')}</EmptyState>} columns={[
            { key: 'shop', label: words('shop'), cell: ({ names, number }) => <><Names view={view} of={names} /> · <Num view={view} value={number} /></> },
            { key: 'at', label: words('when'), cell: ({ at }) => <OnDate view={view} value={at} /> },
            { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
            { key: 'state', label: words('state'), cell: ({ state }) => <ClaimBadge view={view} state={state} /> },
          ]} />
          <MakeRun visit={visit} list={list} />
          <Card title={words('runs')}>
            <Table view={view} caption={words('runs')} rows={list.runs} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/settlements/${id}`} empty={<p className="soft">{words('runs.none')}</p>} columns={[
              { key: 'number', label: words('run'), cell: ({ number }) => <Num view={view} value={number} /> }, { key: 'at', label: words('run.made'), cell: ({ at }) => <OnDate view={view} value={at} /> },
              { key: 'claims', label: words('claims'), numeric: true, cell: ({ claims }) => <Num view={view} value={claims} /> }, { key: 'total', label: words('amount'), numeric: true, cell: ({ total, currency }) => <Money view={view} value={total} currency={currency} /> },
              { key: 'state', label: words('state'), cell: ({ paidAt, droppedAt }) => <Badge tone={paidAt ? 'olive' : droppedAt ? 'door' : 'saffron'}>{words(paidAt ? 'run.paid' : droppedAt ? 'run.dropped' : 'run.waits')}</Badge> },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});

/** Takes the form that puts a run together. */
export const makeSettlementPage = definePage<View>({
  path: '/aid/settlements', audience: 'staff', needs: 'currency.make-settlement',
  post: { action: makeSettlement, leadsTo: ({ settlement }) => `/aid/settlements/${settlement}`, again: claimsPage },
});

const MakeRun = ({ visit, list }: Part): ReactNode => {
  const { view, may } = visit;
  const words = merchantWords(view);
  const action = '/aid/settlements';
  const ready = list.claims.filter(({ state, settlement }) => state === 'validated' && settlement === null);
  if (ready.length === 0 || !may('currency.make-settlement')) return null;
  const f = formAt(visit, action);
  return (
    <Card title={words('run.make')}>
      <p className="soft">{words('run.help')}</p>
      <Form {...f} action={action}>
        <Checkboxes {...f} required name="claims" label={words('claims')} choices={ready.map(({ id, names, number, amount, currency }) => ({ value: id, label: `${nameIn(view, names)} · ${number} · ${moneyText(view, amount, currency)}`, named: true as const }))} />
        <Buttons><Button icon="check">{words('run.make_button')}</Button></Buttons>
      </Form>
    </Card>
  );
};
