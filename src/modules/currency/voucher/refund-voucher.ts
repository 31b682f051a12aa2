import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { action } from '../currency.ts';
import { giveBack, leftOf } from '../till/give-back.ts';
import { bodiesOf } from '../till/shop-of-till.ts';
import { voucherBrought } from './known-voucher.ts';
import { voucherLink } from './voucher-code.ts';

/**
 * Gives back of what was bought with a voucher, by the shop that took it and by the paper itself: to the wallet of the household, never onto the paper, which stays
 * used. Never more than what is left of the sale, whatever is asked at once. Refuses `voucher-unknown` (also for a voucher of another shop), `amount-odd`, `refund-above-sale`.
 */
export const refundVoucher = action({
  name: 'refund-voucher',
  says: 'Gives back of a purchase that was paid with a paper voucher.',
  input: z.strictObject({ code: text(200), amount: maybe(decimal()) }),
  refuses: ['voucher-unknown', 'amount-odd', 'refund-above-sale'],
  link: ({ code }) => voucherLink(code),
  run: async (doing, { code, amount: typed }) => {
    const { tx, network, refuse, record } = doing;
    const voucher = await voucherBrought(doing, code);
    const bodies = bodiesOf(doing);
    const sale = voucher?.payment && !voucher.altered && bodies.length > 0
      ? await tx.selectFrom('currency.payment').selectAll().where('network_id', '=', network).where('id', '=', voucher.payment).where('organization_id', 'in', bodies).forUpdate().executeTakeFirst() : undefined;
    if (!voucher || !sale) return refuse('voucher-unknown', {}, 'code');
    const left = leftOf(sale);
    const amount = typed === undefined ? left : minorOf(typed, scaleOf(voucher.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > left || left === 0) refuse('refund-above-sale', {}, 'amount');
    await giveBack(doing, sale, amount);
    await record({ name: 'voucher-refunded', subject: voucher.id, hub: voucher.hub, organization: sale.organization_id, body: { amount_minor: amount, currency: voucher.currency, programme: voucher.programme } });
    return { voucher: voucher.id, amount, currency: voucher.currency };
  },
});
