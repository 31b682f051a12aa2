import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { query } from '../currency.ts';

/** The voucher her shop has just taken, with its receipt: number, amount and when; nothing of who brought it. Empty when none is named. */
export const takenVoucher = query({
  name: 'taken-voucher',
  says: 'Shows a shop the voucher it has just taken.',
  input: z.strictObject({ voucher: maybe(id()) }),
  run: async ({ tx, network, actor, absent }, { voucher: of }) => {
    if (!of) return { taken: null };
    const bodies = actor.roles.flatMap(({ role, scope, scopeId }) => (role === 'merchant' && scope === 'org' && scopeId ? [scopeId] : []));
    const row = bodies.length === 0 ? undefined : await tx.selectFrom('currency.voucher as v').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'v.network_id').onRef('i.id', '=', 'v.book_id'))
      .innerJoin('currency.payment as p', (join) => join.onRef('p.network_id', '=', 'v.network_id').onRef('p.id', '=', 'v.payment_id'))
      .select(['v.paid_minor', 'v.state_at', 'i.currency', 'p.number']).where('v.network_id', '=', network).where('v.id', '=', of).where('v.organization_id', 'in', bodies).executeTakeFirst();
    if (!row) return absent();
    return { taken: { number: row.number, amount: Number(row.paid_minor), at: row.state_at, currency: row.currency } };
  },
});
