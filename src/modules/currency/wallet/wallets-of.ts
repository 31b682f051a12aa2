import type { Asking } from '#core/action.ts';
import { balanceOf } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { historyOf } from '../aid/history-of.ts';
import { standingOf } from '../aid/standing-of.ts';
import { forcedPart, paidToday } from '../card/forced.ts';
import type { CurrencyTables } from '../currency.ts';
import { paymentsOf } from '../till/payments-of.ts';

/** How many movements of each wallet her page tells. */
const LINES = 20;

type Door = { readonly person_id: string; readonly hub_id: string };

/** The wallets of whoever has a link, and what she bought; they name nobody. */
export async function walletsOf(asking: Asking<CurrencyTables>, door: Door) {
  const { tx, network, absent, now } = asking;
  const rows = await tx.selectFrom('currency.aid as a').innerJoin('currency.programme as p', (join) => join.onRef('p.network_id', '=', 'a.network_id').onRef('p.id', '=', 'a.programme_id'))
    .innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
    .select(['a.id', 'a.hub_id', 'a.state', 'a.amount_minor', 'a.expires_on', 'p.names', 'p.categories', 'i.id as instrument', 'i.currency']).where('a.network_id', '=', network).where('a.person_id', '=', door.person_id)
    .where('a.granted_at', 'is not', null).orderBy('a.granted_at', 'desc').execute();
  const today = await dayHere({ tx, network, actor: { hub: door.hub_id }, now });
  const wallets = [];
  for (const row of rows) {
    const { balance, held } = (await balanceOf(asking, row.instrument, row.id)) ?? absent();
    const over = row.state === 'loaded' && row.expires_on! < today;
    wallets.push({
      id: row.id, names: row.names, instrument: row.instrument, currency: row.currency, free: balance - held, held, until: row.expires_on!, categories: row.categories,
      standing: over ? ('expired' as const) : standingOf(row.state, Number(row.amount_minor), balance), history: await historyOf(asking, row.instrument, row.id, LINES),
    });
  }
  return { wallets, purchases: await paymentsOf(asking, door.person_id, LINES) };
}

export type Wallets = Awaited<ReturnType<typeof walletsOf>>;

/** The same to whoever typed her other digits: one wallet with what those digits still pay today, and of her purchases the small ones. Of what came in nothing is told. */
export async function smallPartOf(asking: Asking<CurrencyTables>, door: Door, { wallets, purchases }: Wallets): Promise<Wallets> {
  const paid = new Map<string, number>();
  for (const { currency } of wallets) if (!paid.has(currency)) paid.set(currency, await paidToday(asking, door, currency));
  const [first] = wallets.filter(({ free, standing }) => free > 0 && standing !== 'expired' && standing !== 'frozen');
  return {
    wallets: first ? [{ ...first, free: forcedPart(first.free, paid.get(first.currency)!, first.currency), held: 0, standing: 'part_spent', history: [] }] : [],
    purchases: purchases.filter(({ amount, currency }) => forcedPart(amount, 0, currency) === amount),
  };
}
