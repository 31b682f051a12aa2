import type { Asking } from '#core/action.ts';
import { balanceOf } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import type { KnownCard } from '../card/known-card.ts';
import { forcedPart, paidToday } from '../card/forced.ts';
import type { CurrencyTables } from '../currency.ts';
import { pursesOf } from '../spend/spend-aid.ts';

/** What a card still pays, one sum for each currency in the smallest unit, and the day on which the first of it ends. */
export interface Left { readonly sums: readonly { readonly amount: number; readonly currency: string }[]; readonly until: string | null }

/** What the wallets behind a card hold at its hub, aid and local currency in one sum; to whoever typed her other digits, a small part of it. */
export async function whatIsLeft(asking: Asking<CurrencyTables>, card: KnownCard, forced: boolean): Promise<Left> {
  const { tx, network, now } = asking;
  const today = await dayHere({ tx, network, actor: { hub: card.hub_id }, now });
  const purses = (await pursesOf(tx, network, card.person_id)).filter(({ hub, closed, until }) => hub === card.hub_id && !closed && until >= today);
  const local = await tx.selectFrom('currency.local_wallet as w').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'w.network_id').onRef('i.id', '=', 'w.instrument_id'))
    .select(['w.id', 'w.instrument_id as book', 'i.currency']).where('w.network_id', '=', network).where('w.hub_id', '=', card.hub_id).where('w.person_id', '=', card.person_id).orderBy('w.id').execute();
  const sums = new Map<string, number>();
  const add = (currency: string, free: number) => sums.set(currency, (sums.get(currency) ?? 0) + free);
  for (const { currency, free } of purses) add(currency, free);
  for (const { id, book, currency } of local) {
    const stands = await balanceOf(asking, book, id);
    add(currency, (stands?.balance ?? 0) - (stands?.held ?? 0));
  }
  const shown = [];
  for (const [currency, free] of [...sums].sort()) {
    // Asked whoever types, so that neither answer takes longer.
    const small = forcedPart(free, await paidToday(asking, card, currency), currency);
    shown.push({ currency, amount: forced ? small : free });
  }
  return { sums: shown, until: purses[0]?.until ?? null };
}
