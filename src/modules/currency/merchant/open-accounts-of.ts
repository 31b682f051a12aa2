import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { openAccounts } from '#modules/ledger/public.ts';
import type { CurrencyTables } from '../currency.ts';

/** Opens what is missing of a shop's accounts: one in the book of each instrument of the hub. */
export async function openAccountsOf(doing: Doing<CurrencyTables>, merchant: string): Promise<void> {
  const { tx, network, hub } = doing;
  const instruments = await tx.selectFrom('currency.instrument').select('id').where('network_id', '=', network).where('hub_id', '=', hub).orderBy('opened_at').execute();
  const there = await tx.selectFrom('currency.merchant_account').select('instrument_id').where('network_id', '=', network).where('merchant_id', '=', merchant).execute();
  for (const { id } of instruments) if (!there.some(({ instrument_id }) => instrument_id === id)) await openAccountIn(doing, id, merchant);
}

/** Opens an account in the book of a new instrument for every shop that takes part at the hub. */
export async function openAccountsIn(doing: Doing<CurrencyTables>, instrument: string): Promise<void> {
  const { tx, network, hub } = doing;
  for (const { id } of await tx.selectFrom('currency.merchant').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('state', 'in', ['active', 'suspended']).execute()) await openAccountIn(doing, instrument, id);
}

async function openAccountIn(doing: Doing<CurrencyTables>, instrument: string, merchant: string): Promise<void> {
  const { tx, network, hub, now } = doing;
  const account = newId(now.getTime());
  await openAccounts(doing, instrument, [{ id: account, kind: 'merchant', holder: merchant }]);
  await tx.insertInto('currency.merchant_account').values({ network_id: network, id: account, hub_id: hub, merchant_id: merchant, instrument_id: instrument, opened_at: now }).execute();
}
