import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, maybe, text } from '#core/input.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { transfer } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { categories, type Category, neverBought, reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { merchantRefusals, merchantTakes } from '../merchant/merchant-takes.ts';
import { keepSale } from '../till/keep-sale.ts';
import { shopAt } from '../till/shop-of-till.ts';
import { holdVoucher, voucherBrought } from './known-voucher.ts';
import { voucherLink } from './voucher-code.ts';

/** Why a voucher is not taken. */
export const voucherRefusals = ['voucher-unknown', 'voucher-altered', 'voucher-used', 'voucher-void', 'voucher-over', 'voucher-stopped', 'voucher-less', 'other-currency', 'amount-odd', 'never-bought', 'category-excluded', ...merchantRefusals] as const;

/**
 * Takes a paper voucher at the till of a shop, once. It is worth what stands on it; where the purchase is smaller, the rest goes back to the wallet of the household
 * in the same moment and the paper is used up. It has a receipt number like any sale. Nothing of a household is read: the code opens this one voucher and no other
 * row. Refuses `voucherRefusals`.
 */
export const redeemVoucher = action({
  name: 'redeem-voucher',
  says: 'Takes a paper voucher at the till of a shop.',
  input: z.strictObject({ code: text(200), category: choice([...categories, ...neverBought]), amount: maybe(decimal()), currency: maybe(choice(currencies)) }),
  refuses: voucherRefusals,
  link: ({ code }) => voucherLink(code),
  run: async (doing, { code, category, amount: typed, currency }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const voucher = (await voucherBrought(doing, code)) ?? refuse('voucher-unknown', {}, 'code');
    if (voucher.altered) refuse('voucher-altered', {}, 'code');
    if (voucher.state !== 'issued') refuse(ended[voucher.state], {}, 'code');
    const shop = (await shopAt(doing, voucher.hub)) ?? refuse('no-merchant');
    const day = await dayHere({ tx, network, actor: { hub: voucher.hub }, now });
    if (voucher.until < day) refuse('voucher-over', {}, 'code');
    if (!voucher.gives || voucher.closed) refuse('voucher-stopped', {}, 'code');
    const account = await tx.selectFrom('currency.merchant_account').select('id').where('network_id', '=', network).where('merchant_id', '=', shop.id).where('instrument_id', '=', voucher.book).executeTakeFirst();
    if (!account || (currency !== undefined && currency !== voucher.currency)) return refuse('other-currency', {}, 'code');
    const amount = typed === undefined ? voucher.amount : minorOf(typed, scaleOf(voucher.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > voucher.amount) refuse('voucher-less', {}, 'amount');
    if (neverBought.some((each) => each === category)) refuse('never-bought', {}, 'category');
    if (!voucher.categories.some((each) => each === category)) refuse('category-excluded', {}, 'category');
    const against = await merchantTakes(tx, network, shop.id, { category: category as Category, day, amount, currency: voucher.currency });
    if (against) refuse(against);
    if (!(await holdVoucher(doing, voucher.id))) refuse('voucher-used', {}, 'code');
    const entry = await transfer(doing, voucher.book, { key: newId(), from: voucher.id, to: account.id, amount, reason: category });
    if (amount < voucher.amount) await transfer(doing, voucher.book, { key: newId(), from: voucher.id, to: voucher.wallet, amount: voucher.amount - amount, reason: reasons.rest });
    const { payment, number } = await keepSale(doing, { merchant: shop, category, amount, currency: voucher.currency, till: actor.account }, [{ book: voucher.book, number: entry, amount }]);
    await tx.updateTable('currency.voucher').set({ state: 'redeemed', state_at: now, state_by: actor.account, organization_id: shop.organization_id, shop_id: account.id, paid_minor: amount, number: entry, payment_id: payment })
      .where('network_id', '=', network).where('id', '=', voucher.id).execute();
    // Without the person, as every sale: what tells of the day's sales must not tell who bought.
    await record({ name: 'voucher-redeemed', subject: voucher.id, hub: voucher.hub, organization: shop.organization_id, body: { amount_minor: amount, currency: voucher.currency, programme: voucher.programme } });
    return { voucher: voucher.id, amount, currency: voucher.currency, number };
  },
});

const ended = { redeemed: 'voucher-used', void: 'voucher-void', expired: 'voucher-over' } as const;
