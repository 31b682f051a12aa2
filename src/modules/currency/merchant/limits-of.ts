import { type AnyTx, within } from '#core/db/transaction.ts';
import type { CurrencyTables } from '../currency.ts';

/** The most a shop takes in one sale and in one day of a currency, in the smallest unit, as its agreement says now; nothing when none was agreed. */
export async function limitsOf(tx: AnyTx, network: string, merchant: string, currency: string): Promise<{ sale: number; day: number } | null> {
  const row = await within<CurrencyTables>(tx).selectFrom('currency.merchant_limit').select(['sale_minor', 'day_minor']).where('network_id', '=', network).where('merchant_id', '=', merchant).where('currency', '=', currency)
    .orderBy('set_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ? { sale: Number(row.sale_minor), day: Number(row.day_minor) } : null;
}
