import type { Asking } from '#core/action.ts';
import { balanceOf } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import type { Category } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';
import { pursesOf } from '../spend/spend-aid.ts';

/** A part of a price and the wallet it is taken from, with the account of the shop in the same book. */
export interface Part { readonly wallet: string; readonly book: string; readonly shop: string; readonly amount: number }

interface Price {
  readonly person: string;
  readonly hub: string;
  readonly merchant: string;
  readonly category: Category;
  readonly currency: string;
  /** In the smallest unit. */
  readonly amount: number;
}

/**
 * From which wallets of somebody a price is paid at a hub: what ends first in front, local currency last, so that least is lost and nobody has to choose. Only what
 * the shop has an account for. Gives why not, when they do not pay it: `till-over` when time is up, `till-category` when they pay other things only.
 */
export async function walletsToTake(asking: Asking<CurrencyTables>, { person, hub, merchant, category, currency, amount }: Price): Promise<readonly Part[] | 'till-category' | 'till-over' | 'till-not-enough'> {
  const { tx, network, now } = asking;
  const shops = new Map((await tx.selectFrom('currency.merchant_account').select(['id', 'instrument_id']).where('network_id', '=', network).where('merchant_id', '=', merchant).execute()).map((account) => [account.instrument_id, account.id]));
  const purses = (await pursesOf(tx, network, person)).filter((purse) => purse.hub === hub && purse.currency === currency && !purse.closed && shops.has(purse.book));
  const today = await dayHere({ tx, network, actor: { hub }, now });
  const inTime = purses.filter(({ until }) => until >= today);
  const fitting = inTime.filter(({ categories }) => categories.includes(category));
  const local = (await tx.selectFrom('currency.local_wallet as w').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'w.network_id').onRef('i.id', '=', 'w.instrument_id'))
    .select(['w.id', 'w.instrument_id as book']).where('w.network_id', '=', network).where('w.hub_id', '=', hub).where('w.person_id', '=', person).where('i.currency', '=', currency).orderBy('w.id').execute()).filter(({ book }) => shops.has(book));
  const own = await Promise.all(local.map(async ({ id, book }) => {
    const stands = await balanceOf({ tx, network }, book, id);
    return { wallet: id, book, free: (stands?.balance ?? 0) - (stands?.held ?? 0) };
  }));
  const parts: Part[] = [];
  let left = amount;
  for (const { wallet, book, free } of [...fitting.map(({ aid, book, free }) => ({ wallet: aid, book, free })), ...own]) {
    const taken = Math.min(free, left);
    if (taken > 0) parts.push({ wallet, book, shop: shops.get(book)!, amount: taken });
    left -= Math.max(taken, 0);
  }
  if (left === 0) return parts;
  if (fitting.length > 0 || own.length > 0) return 'till-not-enough';
  if (purses.length === 0) return (await hasEnded(asking, person, hub, [...shops.keys()])) ? 'till-over' : 'till-not-enough';
  return inTime.length === 0 ? 'till-over' : 'till-category';
}

/** Whether aid of hers in one of these books came to its end: the night has taken back what was left of it, and her time is over all the same. */
async function hasEnded({ tx, network }: Asking<CurrencyTables>, person: string, hub: string, books: readonly string[]): Promise<boolean> {
  if (books.length === 0) return false;
  const ended = await tx.selectFrom('currency.aid as a').innerJoin('currency.programme as p', (join) => join.onRef('p.network_id', '=', 'a.network_id').onRef('p.id', '=', 'a.programme_id')).select('a.id')
    .where('a.network_id', '=', network).where('a.person_id', '=', person).where('a.hub_id', '=', hub).where('a.state', '=', 'expired').where('p.instrument_id', 'in', books).limit(1).executeTakeFirst();
  return ended !== undefined;
}
