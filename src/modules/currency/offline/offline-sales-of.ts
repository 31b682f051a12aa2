import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

type Here = Pick<Asking<CurrencyTables>, 'tx' | 'network'>;

/** How many of the last sales are shown. */
const LINES = 20;

/** The phones of a shop that may sell without a network, those that were stopped too. */
export async function offlineTillsOf({ tx, network }: Here, merchant: string) {
  const rows = await tx.selectFrom('currency.offline_till').select(['id', 'number', 'registered_at', 'stopped_at']).where('network_id', '=', network).where('merchant_id', '=', merchant).orderBy('number').execute();
  return rows.map(({ id, number, registered_at, stopped_at }) => ({ id, number, since: registered_at, stopped: stopped_at !== null }));
}

/** The last sales a shop sent in that were made without a network, newest first: how each ended, and why when it was not paid; amounts in the smallest unit. */
export async function lastOfflineSales({ tx, network }: Here, merchant: string) {
  const rows = await tx.selectFrom('currency.offline_sale as s').innerJoin('currency.offline_till as t', (join) => join.onRef('t.network_id', '=', 's.network_id').onRef('t.id', '=', 's.till_id'))
    .select(['s.id', 't.number as phone', 's.made_at', 's.amount_minor', 's.currency', 's.state', 's.why', 's.clock_odd']).where('s.network_id', '=', network).where('s.merchant_id', '=', merchant)
    .orderBy('s.arrived_at', 'desc').orderBy('s.number', 'desc').limit(LINES).execute();
  return rows.map(({ id, phone, made_at, amount_minor, currency, state, why, clock_odd }) => ({ id, phone, at: made_at, amount: Number(amount_minor), currency, state, why, clockOdd: clock_odd }));
}
