import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';

const PAGE = 200;

/** The claims of the hub's shops, what waits first, and the runs to the bank. */
export const claimList = query({
  name: 'claim-list',
  says: 'Lists the claims of shops and the runs in which they are paid.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const order = ['disputed', 'submitted', 'validated', 'paid', 'reconciled', 'dropped'];
    const rows = await tx.selectFrom('currency.claim').select(['id', 'number', 'organization_id', 'currency', 'amount_minor', 'state', 'submitted_at as at', 'settlement_id as settlement']).where('network_id', '=', network).where('hub_id', '=', hub)
      .orderBy((eb) => eb('state', 'in', ['reconciled', 'dropped'])).orderBy('submitted_at', 'desc').limit(PAGE).execute();
    const names = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map((each) => [each.id, each.names]));
    const runs = await tx.selectFrom('currency.settlement').select(['id', 'number', 'currency', 'claims', 'total_minor', 'made_at as at', 'paid_at as paidAt', 'dropped_at as droppedAt']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('number', 'desc').limit(PAGE).execute();
    return {
      claims: rows.map(({ organization_id, amount_minor, ...row }) => ({ ...row, names: names.get(organization_id) ?? {}, amount: Number(amount_minor) })).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
      runs: runs.map(({ total_minor, ...run }) => ({ ...run, total: Number(total_minor) })),
    };
  },
});
