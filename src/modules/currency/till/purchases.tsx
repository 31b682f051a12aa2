import type { ReactNode } from 'react';
import { spelledCode } from '#core/text/slip-code.ts';
import { AtTime, Money } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import type { Purchase } from './payments-of.ts';
import { tillWords } from './till-words.ts';

/** What somebody bought: where, when, how much, what came back. */
export const Purchases = ({ view, lines }: { view: View; lines: readonly Purchase[] }): ReactNode => {
  const words = tillWords(view);
  const gaveBack = lines.some(({ refunded }) => refunded > 0);
  return (
    <Table view={view} caption={words('purchases')} rows={lines} rowKey={({ number }) => number} empty={<p className="soft">{words('purchases.none')}</p>} columns={[
      { key: 'at', label: words('when'), cell: ({ at }) => <AtTime view={view} value={at} /> },
      { key: 'shop', label: words('shop'), cell: ({ shop }) => (shop ? <Names view={view} of={shop} /> : words('shop')) },
      { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
      ...(gaveBack ? [{ key: 'refunded', label: words('given_back'), numeric: true as const, cell: ({ refunded, currency }: Purchase) => (refunded > 0 ? <Money view={view} value={refunded} currency={currency} /> : '–') }] : []),
      { key: 'number', label: words('receipt'), cell: ({ number }) => <Ltr>{spelledCode(number)}</Ltr> },
    ]} />
  );
};
