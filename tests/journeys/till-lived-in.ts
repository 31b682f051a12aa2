import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { allowOfflineSales } from '#modules/currency/offline/allow-offline-sales.ts';
import { askToTakePart } from '#modules/currency/merchant/ask-to-take-part.ts';
import { tiePhone } from '#modules/currency/message/tie-phone.ts';
import { askPayment } from '#modules/currency/till/ask-payment.ts';
import { payAsked } from '#modules/currency/till/pay-asked.ts';
import { refundPayment } from '#modules/currency/till/refund-payment.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { tillHome } from '#modules/currency/till/till-home.query.ts';
import { openPhone } from '#tests/fixtures/offline-phone.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';

/**
 * A card with its digits, a telephone tied to it, a shop that asks from outside, a sale of which a part was given back, a price paid on her phone and one that still waits, and two sales of a phone without a network. Gives the addresses that only a square opens:
 * the card, and the price that waits; and where the till was sent after it had asked for the price that was paid, which no longer looks by itself.
 */
export async function tillLivedIn({ world, officer, woman }: ReferringDesk, till: Actor): Promise<{ readonly squares: readonly string[]; readonly asked: string }> {
  const { house, network } = world;
  const { code, number: card } = await giveReadyCard({ world, officer }, woman);
  await act(house, officer, tiePhone, { person: woman, phone: '20 555 888', lang: 'ar', agreed: 'on' } as never);
  await act(house, visitor(network), askToTakePart, { hub: world.hub, shop: 'مخبزة البركة', place: 'شارع بورقيبة', phone: '71 999 888', categories: ['food'] } as never);
  const price = (amount: string) => ({ category: 'food', amount, currency: 'TND' });
  const sold = await act(house, till, takePayment, { card: code, pin: '2580', ...price('12') } as never);
  if (sold.answer !== 'paid') throw new Error('The first sale was not paid');
  await act(house, till, refundPayment, { number: sold.number, amount: '4' } as never);
  const { number: asked } = await act(house, till, askPayment, price('6') as never);
  await act(house, visitor(network), payAsked, { number: asked, card, pin: '2580' });
  // A phone that sells without a network: one sale that was paid when it arrived, one that was not.
  const { shop } = await ask(house, till, tillHome, {});
  await act(house, await world.as('supervisor'), allowOfflineSales, { merchant: shop.id, currency: 'TND', card: '20', till: '50' } as never);
  const phone = await openPhone(house, till, shop.id);
  for (const amount of [2_000, 30_000]) await phone.send(phone.sell({ card: code, amount }));
  const { number: waiting, request } = await act(house, till, askPayment, price('5') as never);
  // A walk through all pages takes longer than the minutes for which a price can be paid.
  await ownerQuery(house, `update currency.pay_request set made_at = made_at + interval '1 day', until_at = until_at + interval '1 day' where network_id = $1 and id = $2`, [network, request]);
  return { squares: [`/k/${code}`, `/p/${waiting}`], asked: `/till/asked/${asked}` };
}
