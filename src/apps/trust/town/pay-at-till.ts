import '../../web/sitemap.ts';
import { type Actor, visitor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { convertUnits } from '#modules/currency/conversion/convert-units.ts';
import { askToTakePart } from '#modules/currency/merchant/ask-to-take-part.ts';
import { tiePhone } from '#modules/currency/message/tie-phone.ts';
import { receiveMessage } from '#modules/currency/public.ts';
import { askPayment } from '#modules/currency/till/ask-payment.ts';
import { payAsked } from '#modules/currency/till/pay-asked.ts';
import { refundPayment } from '#modules/currency/till/refund-payment.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';

/** She gets a card and pays with it at a till, her telephone names a price and hears a no, another shop asks to take part; a part is given back, a price that was asked is paid by the link of her wallet, another waits, and the shop makes local currency of some of it. */
export async function payAtTill({ world, officer, woman }: Pick<ReferringDesk, 'world' | 'officer' | 'woman'>, till: Actor, token: string): Promise<void> {
  const { house, network } = world;
  const { code } = await giveReadyCard({ world, officer }, woman);
  const sold = await act(house, till, takePayment, { card: code, amount: '20', category: 'food', pin: '2580' } as never);
  if (sold.answer !== 'paid') throw new Error('The digits that she chose pay nothing');
  await act(house, till, refundPayment, { number: sold.number, amount: '5' } as never);
  const asked = async () => (await act(house, till, askPayment, { amount: '3', category: 'food' } as never)).number;
  await act(house, visitor(network), payAsked, { number: await asked(), token, pin: '2580' } as never);
  await asked();
  const phone = '+21620555777';
  await act(house, officer, tiePhone, { person: woman, phone, lang: 'fr', agreed: 'on' } as never);
  const [shop] = await ownerQuery<{ code: number }>(house, `select code from currency.merchant where network_id = $1 and hub_id = $2 and state = 'active' limit 1`, [network, world.hub]);
  const say = (id: string, text: string) => receiveMessage(house, { network, country: world.country }, { id, from: phone, text });
  await say('one', `P ${shop!.code} 2 1`);
  await say('two', 'C 100 2580');
  await act(house, visitor(network), askToTakePart, { hub: world.hub, shop: 'Épicerie du Marché', place: 'Rue Hached', phone: '71 234 567', categories: ['food'] } as never);
  const [programme] = await ownerQuery<{ id: string }>(house, `select id from currency.programme where network_id = $1 and becomes = 'recirculates' limit 1`, [network]);
  await act(house, till, convertUnits, { programme: programme!.id, amount: '4' } as never);
}
