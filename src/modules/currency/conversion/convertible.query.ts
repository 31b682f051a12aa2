import { z } from 'zod';
import { query } from '../currency.ts';
import { shopsOfTill } from '../till/shop-of-till.ts';
import { convertibleOf } from './convertible-of.ts';

/** What her shops took as aid and may make local currency of, and what they made so far, newest first. */
export const convertible = query({
  name: 'convertible',
  says: 'Shows a shop what it may make local currency of, and what it made so far.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network } = asking;
    const shops = await shopsOfTill(asking);
    const open = [];
    for (const { id: merchant, organization_id: organization } of shops) open.push(...(await convertibleOf(tx, network, { merchant, organization })));
    const made = await tx.selectFrom('currency.conversion as c').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'c.network_id').onRef('i.id', '=', 'c.to_book'))
      .select(['c.id', 'c.amount_minor', 'c.converted_at', 'i.names', 'i.currency']).where('c.network_id', '=', network).where('c.organization_id', 'in', [...shops.map(({ organization_id }) => organization_id), '00000000-0000-0000-0000-000000000000'])
      .orderBy('c.id', 'desc').limit(50).execute();
    return {
      open: open.map(({ programme, names, becomes, currency, amount, into }) => ({ programme, names, becomes, currency, amount, into: into !== null })),
      made: made.map(({ id, amount_minor, converted_at, names, currency }) => ({ id, amount: Number(amount_minor), at: converted_at, names, currency })),
    };
  },
});
