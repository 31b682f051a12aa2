import type { ReactNode } from 'react';
import { AtTime, Money, Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { lastOfflineSales, offlineTillsOf } from './offline-sales-of.ts';
import { offlineWords, whyText } from './offline-words.ts';

type Sales = Awaited<ReturnType<typeof lastOfflineSales>>;
type Tills = Awaited<ReturnType<typeof offlineTillsOf>>;

/** The last sales that were made without a network: paid, or not and why; a clock that cannot be right is told. */
export const OfflineSales = ({ view, sales }: { view: View; sales: Sales }): ReactNode => {
  const words = offlineWords(view);
  return (
    <Card title={words('settled')}>
      <Table view={view} caption={words('settled')} rows={sales} rowKey={({ id }) => id} empty={<p className="soft">{words('settled.none')}</p>} columns={[
        { key: 'at', label: words('made'), cell: ({ at }) => <AtTime view={view} value={at} /> },
        { key: 'phone', label: words('phone'), cell: ({ phone }) => <Num view={view} value={phone} /> },
        { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
        { key: 'state', label: words('state'), cell: ({ state }) => <Badge tone={state === 'paid' ? 'olive' : 'rose'}>{words(`state.${state}`)}</Badge> },
        { key: 'why', label: words('why'), cell: ({ why, clockOdd }) => [why ? whyText(view, why) : '', clockOdd ? words('clock_odd') : ''].filter(Boolean).join(' ') || '–' },
      ]} />
    </Card>
  );
};

/** The phones of a shop that sell without a network, each with the press that stops it for good. */
export const OfflineTills = ({ view, tills, stop }: { view: View; tills: Tills; stop: ((till: string) => string) | null }): ReactNode => {
  const words = offlineWords(view);
  return (
    <Card title={words('phones')}>
      <Table view={view} caption={words('phones')} rows={tills} rowKey={({ id }) => id} empty={<p className="soft">{words('phones.none')}</p>} columns={[
        { key: 'phone', label: words('phone'), cell: ({ number }) => <Num view={view} value={number} /> },
        { key: 'since', label: words('phone.since'), cell: ({ since }) => <OnDate view={view} value={since} /> },
        { key: 'state', label: words('state'), cell: ({ stopped }) => <Badge tone={stopped ? 'door' : 'olive'}>{words(stopped ? 'phone.stopped' : 'phone.active')}</Badge> },
        { key: 'stop', label: words('phone.stop'), cell: ({ id, stopped }) => (stopped || !stop ? '–' : <PostButton view={view} kind="danger" icon="lock" action={stop(id)}>{words('phone.stop')}</PostButton>) },
      ]} />
    </Card>
  );
};
