import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import type { CurrencyTables } from '../currency.ts';

/** One purchase as its payer and her desk read it; amounts in the smallest unit. */
export interface Purchase { readonly number: string; readonly at: Date; readonly shop: Multilingual | null; readonly amount: number; readonly refunded: number; readonly currency: string }

/** What somebody bought with her card, newest first: where, when, how much, what came back. Nothing where the reader reaches neither her hub nor her own link. */
export async function paymentsOf({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, person: string, most = 30): Promise<readonly Purchase[]> {
  const rows = await tx.selectFrom('currency.payment_of as o').innerJoin('currency.payment as p', (join) => join.onRef('p.network_id', '=', 'o.network_id').onRef('p.id', '=', 'o.payment_id'))
    .select(['p.number', 'p.taken_at', 'p.organization_id', 'p.amount_minor', 'p.refunded_minor', 'p.currency']).where('o.network_id', '=', network).where('o.person_id', '=', person).orderBy('p.taken_at', 'desc').orderBy('p.id', 'desc').limit(most).execute();
  const shops = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map(({ id, names }) => [id, names]));
  return rows.map(({ number, taken_at, organization_id, amount_minor, refunded_minor, currency }) => ({ number, at: taken_at, shop: shops.get(organization_id) ?? null, amount: Number(amount_minor), refunded: Number(refunded_minor), currency }));
}
