import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { action } from '../currency.ts';
import { giveBack, leftOf } from './give-back.ts';
import { receiptDoor } from './receipt-door.ts';
import { bodiesOf } from './shop-of-till.ts';

/**
 * Gives back of a sale, all of what is left or a part, to the wallets it came from, also where a paper voucher paid it. It reaches a wallet that is frozen or
 * over as well. Never more than the sale (`refund-too-much`), whatever is asked at once; a shop that was stopped may still give back.
 */
export const refundPayment = action({
  name: 'refund-payment',
  says: 'Gives back of a sale to whoever paid it.',
  input: z.strictObject({ number: text(40), amount: maybe(decimal()) }),
  refuses: ['receipt-unknown', 'amount-odd', 'refund-too-much'],
  link: ({ number }, blind) => receiptDoor(blind, readSlipCode(number)),
  run: async (doing, { number, amount: typed }) => {
    const { tx, network, refuse, record } = doing;
    const bodies = bodiesOf(doing);
    const sale = bodies.length === 0 ? undefined : await tx.selectFrom('currency.payment').selectAll().where('network_id', '=', network).where('number', '=', readSlipCode(number)).where('organization_id', 'in', bodies).forUpdate().executeTakeFirst();
    if (!sale) return refuse('receipt-unknown', {}, 'number');
    const left = leftOf(sale);
    const amount = typed === undefined ? left : minorOf(typed, scaleOf(sale.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > left || left === 0) refuse('refund-too-much', {}, 'amount');
    await giveBack(doing, sale, amount);
    await record({ name: 'payment-refunded', subject: sale.id, hub: sale.hub_id, organization: sale.organization_id, body: { amount_minor: amount, currency: sale.currency, merchant: sale.merchant_id } });
    return { number: sale.number, refunded: amount, currency: sale.currency };
  },
});
