import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { reverseTransfer } from '#modules/ledger/public.ts';
import { action } from '../currency.ts';
import { receiptDoor } from './receipt-door.ts';
import { bodiesOf } from './shop-of-till.ts';

/**
 * Gives back of a sale, all of what is left or a part, to the wallets it came from; the last that was taken gets it first. It reaches a wallet that is frozen or
 * over as well. Never more than the sale (`refund-too-much`), whatever is asked at once; a shop that was stopped may still give back.
 */
export const refundPayment = action({
  name: 'refund-payment',
  says: 'Gives back of a sale to whoever paid it.',
  input: z.strictObject({ number: text(40), amount: maybe(decimal()) }),
  refuses: ['receipt-unknown', 'amount-odd', 'refund-too-much'],
  link: ({ number }, blind) => receiptDoor(blind, readSlipCode(number)),
  run: async (doing, { number, amount: typed }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const bodies = bodiesOf(doing);
    const sale = bodies.length === 0 ? undefined : await tx.selectFrom('currency.payment').selectAll().where('network_id', '=', network).where('number', '=', readSlipCode(number)).where('organization_id', 'in', bodies).forUpdate().executeTakeFirst();
    if (!sale) return refuse('receipt-unknown', {}, 'number');
    const left = Number(sale.amount_minor) - Number(sale.refunded_minor);
    const amount = typed === undefined ? left : minorOf(typed, scaleOf(sale.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > left || left === 0) refuse('refund-too-much', {}, 'amount');
    const legs = await tx.selectFrom('currency.payment_leg').selectAll().where('network_id', '=', network).where('payment_id', '=', sale.id).orderBy('place', 'desc').execute();
    let rest = amount;
    for (const leg of legs) {
      const part = Math.min(rest, Number(leg.amount_minor) - Number(leg.refunded_minor));
      if (part <= 0) continue;
      await reverseTransfer(doing, leg.book_id, { key: newId(), of: Number(leg.number), amount: part });
      await tx.updateTable('currency.payment_leg').set({ refunded_minor: Number(leg.refunded_minor) + part }).where('network_id', '=', network).where('payment_id', '=', sale.id).where('place', '=', leg.place).execute();
      rest -= part;
    }
    if (rest !== 0) throw new Error('The parts of a sale do not add up to it');
    const refunded = Number(sale.refunded_minor) + amount;
    await tx.updateTable('currency.payment').set({ refunded_minor: refunded, state: amount === left ? 'refunded' : 'part_refunded' }).where('network_id', '=', network).where('id', '=', sale.id).execute();
    const refund = newId(now.getTime());
    await tx.insertInto('currency.refund').values({ network_id: network, id: refund, hub_id: sale.hub_id, payment_id: sale.id, organization_id: sale.organization_id, amount_minor: amount, made_at: now, made_by: actor.account }).execute();
    await record({ name: 'payment-refunded', subject: sale.id, hub: sale.hub_id, organization: sale.organization_id, body: { amount_minor: amount, currency: sale.currency, merchant: sale.merchant_id } });
    return { number: sale.number, refunded: amount, currency: sale.currency };
  },
});
