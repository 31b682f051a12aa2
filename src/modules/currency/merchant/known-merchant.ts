import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { CurrencyTables } from '../currency.ts';

/** A shop of the hub where she stands. */
export async function knownMerchant({ tx, network, hub, absent }: Asking<CurrencyTables>, merchant: string) {
  const row = await tx.selectFrom('currency.merchant').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', merchant).executeTakeFirst();
  return row ?? absent();
}

/** The shops for which an account works at the till: of the bodies where it holds its role. */
export async function ownMerchants({ tx, network, actor }: Pick<Asking<CurrencyTables>, 'tx' | 'network' | 'actor'>) {
  const bodies = actor.roles.flatMap(({ role, scope, scopeId }) => (role === 'merchant' && scope === 'org' && scopeId ? [scopeId] : []));
  if (bodies.length === 0) return [];
  return tx.selectFrom('currency.merchant').selectAll().where('network_id', '=', network).where('organization_id', 'in', bodies).orderBy('applied_at').orderBy('id').execute();
}

/** The accounts of a shop in the books of its hub, with what stands on each, in the smallest unit. */
export async function accountsOf(tx: AnyTx, network: string, merchant: string): Promise<{ id: string; instrument: string; currency: string; balance: number; held: number }[]> {
  const rows = await within<CurrencyTables & { 'ledger.account': { network_id: string; book_id: string; id: string; balance_minor: string; held_minor: string } }>(tx).selectFrom('currency.merchant_account as a')
    .innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'a.network_id').onRef('i.id', '=', 'a.instrument_id'))
    .innerJoin('ledger.account as l', (join) => join.onRef('l.network_id', '=', 'a.network_id').onRef('l.book_id', '=', 'a.instrument_id').onRef('l.id', '=', 'a.id'))
    .select(['a.id', 'a.instrument_id as instrument', 'i.currency', 'l.balance_minor', 'l.held_minor']).where('a.network_id', '=', network).where('a.merchant_id', '=', merchant).orderBy('a.id').execute();
  return rows.map(({ balance_minor, held_minor, ...row }) => ({ ...row, balance: Number(balance_minor), held: Number(held_minor) }));
}
