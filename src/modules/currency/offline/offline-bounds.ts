import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

type Here = Pick<Asking<CurrencyTables>, 'tx' | 'network'>;

/** How much a shop may sell without a network in one currency: of one person and day, of one till and day; in the smallest unit. */
export interface OfflineBounds { readonly currency: string; readonly card: number; readonly till: number }

/** The bounds of a shop in each currency, as its hub set them last; none where it may not sell without a network. */
export async function offlineBounds({ tx, network }: Here, merchant: string): Promise<readonly OfflineBounds[]> {
  const rows = await tx.selectFrom('currency.offline_limit').distinctOn('currency').select(['currency', 'card_minor', 'till_minor']).where('network_id', '=', network).where('merchant_id', '=', merchant)
    .orderBy('currency').orderBy('set_at', 'desc').orderBy('id', 'desc').execute();
  return rows.flatMap(({ currency, card_minor, till_minor }) => (card_minor === null ? [] : [{ currency, card: Number(card_minor), till: Number(till_minor) }]));
}

/** What one till was paid on a day of its hub's calendar for sales without a network, in the smallest unit. */
export async function tillSold({ tx, network }: Here, till: string, currency: string, day: string): Promise<number> {
  const { sum } = await tx.selectFrom('currency.offline_sale').select(({ fn }) => fn.sum<string | null>('amount_minor').as('sum')).where('network_id', '=', network).where('till_id', '=', till).where('day', '=', day)
    .where('currency', '=', currency).where('state', '=', 'paid').executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

/** What somebody paid that day by sales without a network, in whatever shop and with whatever card she had, in the smallest unit. Row-level security shows it to who brings her card. */
export async function personSold({ tx, network }: Here, person: string, currency: string, day: string): Promise<number> {
  const { sum } = await tx.selectFrom('currency.offline_sale as s').innerJoin('currency.payment_of as o', (join) => join.onRef('o.network_id', '=', 's.network_id').onRef('o.payment_id', '=', 's.payment_id'))
    .select(({ fn }) => fn.sum<string | null>('s.amount_minor').as('sum')).where('s.network_id', '=', network).where('o.person_id', '=', person).where('s.day', '=', day).where('s.currency', '=', currency).executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}
