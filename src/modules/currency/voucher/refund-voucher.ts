import { z } from 'zod';
import { newId } from '#core/id.ts';
import { maybe, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { reverseTransfer, transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { voucherBrought } from './known-voucher.ts';
import { voucherLink } from './voucher-code.ts';

/**
 * Gives back of what was bought with a voucher, by the shop that took it: to the wallet of the household, never onto the paper, which stays used. What is given
 * back is never more than the sale, whatever is asked at once: the ledger counts it. Refuses `voucher-unknown` (also for a voucher of another shop), `amount-odd`, `refund-above-sale`.
 */
export const refundVoucher = action({
  name: 'refund-voucher',
  says: 'Gives back of a purchase that was paid with a paper voucher.',
  input: z.strictObject({ code: text(200), amount: maybe(decimal()) }),
  refuses: ['voucher-unknown', 'amount-odd', 'refund-above-sale'],
  link: ({ code }) => voucherLink(code),
  run: async (doing, { code, amount: typed }) => {
    const { tx, network, actor, refuse, record } = doing;
    const voucher = await voucherBrought(doing, code);
    const mine = actor.roles.some(({ role, scope, scopeId }) => role === 'merchant' && scope === 'org' && scopeId === voucher?.organization);
    if (!voucher || voucher.altered || voucher.number === null || !mine) return refuse('voucher-unknown', {}, 'code');
    const sale = await tx.selectFrom('currency.voucher').select('paid_minor').where('network_id', '=', network).where('id', '=', voucher.id).executeTakeFirstOrThrow();
    const amount = typed === undefined ? Number(sale.paid_minor) : minorOf(typed, scaleOf(voucher.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > Number(sale.paid_minor)) refuse('refund-above-sale', {}, 'amount');
    await reverseTransfer(doing, voucher.book, { key: newId(), of: voucher.number, amount });
    await transfer(doing, voucher.book, { key: newId(), from: voucher.id, to: voucher.wallet, amount, reason: reasons.rest });
    await record({ name: 'voucher-refunded', subject: voucher.id, hub: voucher.hub, organization: voucher.organization, body: { amount_minor: amount, currency: voucher.currency, programme: voucher.programme } });
    return { voucher: voucher.id, amount, currency: voucher.currency };
  },
});
