import { z } from 'zod';
import { text } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { bodiesOf } from './shop-of-till.ts';

/** One receipt as its shop reads it: when, how much, what was given back. Neither who paid nor with what. */
export const receipt = query({
  name: 'receipt',
  says: 'Shows a shop one of its receipts.',
  input: z.strictObject({ number: text(40) }),
  run: async (asking, { number }) => {
    const { tx, network, absent } = asking;
    const bodies = bodiesOf(asking);
    if (bodies.length === 0) return absent();
    const sale = await tx.selectFrom('currency.payment').select(['id', 'number', 'organization_id', 'category', 'amount_minor', 'refunded_minor', 'currency', 'state', 'taken_at'])
      .where('network_id', '=', network).where('number', '=', readSlipCode(number)).where('organization_id', 'in', bodies).executeTakeFirst();
    if (!sale) return absent();
    const refunds = await tx.selectFrom('currency.refund').select(['id', 'amount_minor', 'made_at']).where('network_id', '=', network).where('payment_id', '=', sale.id).orderBy('made_at').orderBy('id').execute();
    const [body] = await organizationsByIds(tx, [sale.organization_id]);
    return {
      number: sale.number, shop: body?.names ?? {}, category: sale.category, amount: Number(sale.amount_minor), refunded: Number(sale.refunded_minor), currency: sale.currency, state: sale.state, at: sale.taken_at,
      refunds: refunds.map(({ id, amount_minor, made_at }) => ({ id, amount: Number(amount_minor), at: made_at })),
    };
  },
});
