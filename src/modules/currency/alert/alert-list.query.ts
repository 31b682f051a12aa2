import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { type CurrencyTables, query } from '../currency.ts';

/** Patterns in the sales of the hub's shops: what nobody has looked at yet first, then the newest. No person stands in them. */
export const alertList = query({
  name: 'alert-list',
  says: 'Lists the patterns found in the sales of the hub’s shops.',
  input: z.strictObject({}),
  run: async (asking) => ({ alerts: await read(asking) }),
});

/** One of them. */
export const alertSheet = query({
  name: 'alert-sheet',
  says: 'Shows one pattern found in the sales of a shop.',
  input: z.strictObject({ alert: id() }),
  run: async (asking, { alert }) => (await read(asking, alert))[0] ?? asking.absent(),
});

async function read({ tx, network, hub }: Asking<CurrencyTables>, only?: string) {
  const rows = await tx.selectFrom('currency.alert as a').innerJoin('currency.merchant as m', (join) => join.onRef('m.network_id', '=', 'a.network_id').onRef('m.id', '=', 'a.merchant_id')).selectAll('a').select('m.organization_id')
    .where('a.network_id', '=', network).where('a.hub_id', '=', hub).$if(only !== undefined, (q) => q.where('a.id', '=', only!)).orderBy((eb) => eb('a.settled_at', 'is not', null)).orderBy('a.day', 'desc').orderBy('a.id').limit(200).execute();
  const names = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map((each) => [each.id, each.names]));
  return rows.map((row) => ({ id: row.id, merchant: row.merchant_id, names: names.get(row.organization_id) ?? {}, kind: row.kind, day: row.day, times: row.times, amount: Number(row.amount_minor), currency: row.currency, outcome: row.outcome }));
}
