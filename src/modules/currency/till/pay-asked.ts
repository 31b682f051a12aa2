import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { maybe, text } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { cardLink } from '../card/card-code.ts';
import { cardBrought, cardOfDoor, type KnownCard } from '../card/known-card.ts';
import { pinText } from '../card/pin.ts';
import type { Category } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { walletHash } from '../wallet/wallet-link.ts';
import { askedLink } from './asked-link.ts';
import { type Paid, paySale, type Sale, saleRefusals } from './pay-sale.ts';
import type { WrongPin } from './prove-pin.ts';

/** Why a price that was asked is not paid. */
export const askedRefusals = ['asked-unknown', 'asked-paid', 'asked-over', ...saleRefusals] as const;

/**
 * Pays what a till asked for, on her own phone: by the link of her wallet, or by the number of her card, and her digits. Once (`asked-paid`), in time
 * (`asked-over`), and never another price than the one that was asked.
 */
export const payAsked = action({
  name: 'pay-asked',
  says: 'Pays what a till asked for, from her own phone.',
  input: z.strictObject({ number: text(40), token: maybe(text(60)), card: maybe(text(200)), pin: pinText() }).refine(({ token, card }) => Boolean(token ?? card), { message: 'required', path: ['card'] }),
  refuses: [...askedRefusals],
  link: ({ token, card }) => (token ? walletHash(token) : cardLink(card!)),
  beside: ({ number }) => askedLink(number),
  run: async (doing, { number, token, card: brought, pin }) => {
    const card = (token ? await cardOfDoor(doing, token) : await cardBrought(doing, brought!)) ?? doing.refuse('till-card-unknown', {}, 'card');
    return payRequest(doing, { card, number, pin, means: 'phone' });
  },
});

/** Pays the price of a number with a card that is held and digits that somebody typed. Whoever runs it brings that number beside the card; row-level security shows the price to nobody else. Refuses `askedRefusals`. */
export async function payRequest(doing: Doing<CurrencyTables>, { card, number, pin, means }: { card: KnownCard; number: string; pin: string; means: Sale['means'] }): Promise<Paid | (WrongPin & { number: string })> {
  const { tx, network, now, refuse } = doing;
  const asked = await tx.selectFrom('currency.pay_request').selectAll().where('network_id', '=', network).where('number', '=', readSlipCode(number)).executeTakeFirst();
  if (!asked) return refuse('asked-unknown', {}, 'number');
  if (asked.payment_id) refuse('asked-paid', {}, 'number');
  if (asked.until_at <= now) refuse('asked-over', {}, 'number');
  // Held from here: of two who pay the same price at once, the second learns that it is paid. A card that is stopped holds nothing, and is told so below.
  const held = card.state !== 'active' || (await tx.selectFrom('currency.pay_request').select('id').where('network_id', '=', network).where('id', '=', asked.id).forUpdate().executeTakeFirst());
  if (!held) refuse('asked-paid', {}, 'number');
  const merchant = { id: asked.merchant_id, hub_id: asked.hub_id, organization_id: asked.organization_id };
  const paid = await paySale(doing, { card, pin, merchant, category: asked.category as Category, currency: asked.currency, amount: Number(asked.amount_minor), means, till: null });
  if (paid.answer === 'wrong-pin') return { ...paid, number: asked.number };
  const once = await tx.updateTable('currency.pay_request').set({ payment_id: paid.payment }).where('network_id', '=', network).where('id', '=', asked.id).where('payment_id', 'is', null).executeTakeFirst();
  if (Number(once.numUpdatedRows) === 0) refuse('asked-paid', {}, 'number');
  return paid;
}
