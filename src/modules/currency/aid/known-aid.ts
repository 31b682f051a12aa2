import type { Asking } from '#core/action.ts';
import { balanceOf } from '#modules/ledger/public.ts';
import type { CurrencyTables } from '../currency.ts';

/** A filled aid of the hub where she stands with its programme's book, and what its wallet holds: `free` may leave it, the rest is reserved. */
export async function knownAid({ tx, network, hub, absent }: Asking<CurrencyTables>, aid: string, hold = true) {
  const row = await tx.selectFrom('currency.aid as a').innerJoin('currency.programme as p', (join) => join.onRef('p.network_id', '=', 'a.network_id').onRef('p.id', '=', 'a.programme_id'))
    .innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
    .selectAll('a').select(['p.instrument_id as book', 'p.names', 'p.categories', 'i.currency']).where('a.network_id', '=', network).where('a.hub_id', '=', hub).where('a.id', '=', aid)
    .where('a.granted_at', 'is not', null).$if(hold, (query) => query.forUpdate('a')).executeTakeFirst();
  if (!row) return absent();
  const stands = (await balanceOf({ tx, network }, row.book, aid)) ?? absent();
  return { ...row, amount: Number(row.amount_minor), balance: stands.balance, held: stands.held, free: stands.balance - stands.held };
}
