import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { refusalText } from '#apps/explain.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openPhone } from '#tests/fixtures/offline-phone.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { endAid } from './aid/end-aid.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { receiveMessage } from './message/receive-message.ts';
import { type Answer, smsText } from './message/sms-text.ts';
import { tiePhone } from './message/tie-phone.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { allowOfflineSales } from './offline/allow-offline-sales.ts';
import { offlineWhys } from './offline/may-settle.ts';
import { whyText } from './offline/offline-words.ts';
import { askPayment } from './till/ask-payment.ts';
import { askedRefusals, payAsked } from './till/pay-asked.ts';
import { saleRefusals } from './till/pay-sale.ts';
import { takePayment } from './till/take-payment.ts';

/** What changes between a price and its payment: the aid ends, the shop is stopped, its agreement ends. Nothing moves, and whoever stands there is told why in her language. */
let hub: AidHub;
let shop: Shop;
let programme: string;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub); programme = await hub.funded('5000'); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const langs = ['ar', 'fr', 'en'] as const;
let lines = 21_000_000;
async function holder(lang: 'ar' | 'fr' | 'en' = 'fr') {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  const [aid] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.aid where person_id = $1', [person]);
  const phone = `+216${(lines += 1_357)}`;
  const card = await giveReadyCard(hub, person);
  await act(hub.world.house, hub.officer, tiePhone, { person, phone, lang, agreed: 'on' } as never);
  return { person, aid: aid!.id, phone, ...card };
}
const asked = async (by = shop.till) => (await act(hub.world.house, by, askPayment, { amount: '5', category: 'food' } as never)).number;
const pay = (number: string, card: string) => act(hub.world.house, visitor(hub.world.network), payAsked, { number, card, pin: '2580' } as never);
const say = async (from: string, text: string, id = newId()) => (await receiveMessage(hub.world.house, { network: hub.world.network, country: 'TN' }, { id, from, text })).text;
const codeOf = async ({ merchant }: Shop) => String((await ownerQuery<{ code: number }>(hub.world.house, 'select code from currency.merchant where id = $1', [merchant]))[0]!.code);
const numberIn = (reply: string) => /(?:\b[Cc]|ت) ?(\d{3})\b/u.exec(reply)![1]!;
const left = async (person: string) => (await ask(hub.world.house, hub.officer, holderSheet, { person })).wallets.reduce((sum, { free }) => sum + free, 0);
/** Her aid was good until yesterday: midnight has passed since the price was named. */
const midnight = (aid: string) => ownerQuery(hub.world.house, 'update currency.aid set expires_on = current_date - 2 where id = $1', [aid]);
const night = () => act(hub.world.house, { ...visitor(hub.world.network), app: 'job' } as Actor, endAid, {});

it('aid that ends between the price and the payment pays by no road, before the nightly work and after it, and that its time is over is told in three languages', async () => {
  const { world: { house } } = hub;
  const all = [{ ...(await holder('ar')), lang: 'ar' }, { ...(await holder('fr')), lang: 'fr' }, { ...(await holder('en')), lang: 'en' }] as const;
  const [her] = all;
  await act(house, hub.supervisor, allowOfflineSales, { merchant: shop.merchant, currency: 'TND', card: '40', till: '100' } as never);
  const till = await openPhone(house, shop.till, shop.merchant);
  const [square, sales, code] = [await asked(), [till.sell({ card: her.code }), till.sell({ card: her.code })], await codeOf(shop)];
  const named: string[] = [];
  for (const { phone } of all) named.push(numberIn(await say(phone, `P ${code} 5 1`)));
  for (const { aid } of all) await midnight(aid);
  for (const [turn, free] of [120_000, 0].entries()) {
    if (turn > 0) await night();
    await expect(pay(square, her.code)).rejects.toMatchObject(no('till-over'));
    await expect(act(house, shop.till, takePayment, { card: her.code, pin: '2580', amount: '1', category: 'food' } as never)).rejects.toMatchObject(no('till-over'));
    expect(await till.send(sales[turn]!)).toMatchObject({ answer: 'refused', why: 'till-over', receipt: null });
    for (const [place, { phone, lang }] of all.entries()) {
      const id = newId();
      // Brought once more by its gateway it is the same no.
      for (const again of [id, id]) expect(await say(phone, `C ${named[place]} 2580`, again)).toBe(smsText({ answer: 'over' }, lang));
    }
    expect(await left(her.person)).toBe(free);
  }
  expect(await ownerQuery(house, 'select 1 from currency.payment_of where person_id = any ($1)', [all.map(({ person }) => person)])).toEqual([]);
  // Aid that goes on is told by what is left of it, whatever ended beside it.
  await hub.grant(await hub.funded('500'), [her.person]);
  expect(await act(house, shop.till, takePayment, { card: her.code, pin: '2580', amount: '1', category: 'food' } as never)).toMatchObject({ answer: 'paid' });
  await expect(act(house, shop.till, takePayment, { card: her.code, pin: '2580', amount: '119.001', category: 'food' } as never)).rejects.toMatchObject(no('till-not-enough'));
});

it('a shop that is stopped, or whose agreement ends, between the price and the payment is paid by no road', async () => {
  const { world: { house } } = hub;
  const her = await holder('fr');
  for (const [stop, code] of [
    [(at: Shop) => act(house, hub.supervisor, suspendMerchant, { merchant: at.merchant, why: 'Plainte' } as never), 'merchant-suspended'],
    [(at: Shop) => ownerQuery(house, 'update network.agreement_version set valid_until = current_date - 3, valid_from = current_date - 9 where $1 = any (organization_ids)', [at.organization]), 'agreement-over'],
  ] as const) {
    const at = await openShop(hub, ['food']);
    const [square, named] = [await asked(at.till), numberIn(await say(her.phone, `P ${await codeOf(at)} 5`))];
    await stop(at);
    await expect(pay(square, her.code)).rejects.toMatchObject(no(code));
    await expect(act(house, at.till, takePayment, { card: her.code, pin: '2580', amount: '5', category: 'food' } as never)).rejects.toMatchObject(no(code));
    expect(await say(her.phone, `C ${named} 2580`)).toBe(smsText({ answer: 'shop_stopped' }, 'fr'));
  }
  expect(await left(her.person)).toBe(120_000);
});

it('of two who pay the same price at once, each from her own telephone, one has paid it', async () => {
  const [her, his] = [await holder(), await holder()];
  const square = await asked();
  const both = await Promise.allSettled([pay(square, her.code), pay(square, his.code)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: no('asked-paid') });
  expect((await left(her.person)) + (await left(his.person))).toBe(235_000);
});

it('an amount is read by the decimals of its currency: a thousandth of a dinar is one, a thousandth of a euro is none', async () => {
  const { world: { house } } = hub;
  const her = await holder();
  const sell = (amount: string, till: Actor, currency: string) => act(house, till, takePayment, { card: her.code, pin: '2580', category: 'food', amount, currency } as never);
  expect(await sell('0.001', shop.till, 'TND')).toMatchObject({ answer: 'paid', amount: 1 });
  await expect(sell('0.0001', shop.till, 'TND')).rejects.toMatchObject({ ...no('amount-odd'), field: 'amount' });
  await expect(sell('0.001', shop.till, 'EUR')).rejects.toMatchObject({ ...no('amount-odd'), field: 'amount' });
  for (const odd of ['9007199254740.993', '999999999999999']) await expect(sell(odd, shop.till, 'TND')).rejects.toMatchObject({ ...no('amount-odd'), field: 'amount' });
  expect(await left(her.person)).toBe(119_999);
});

it('every no of a price, a sale and a message has words of its own in Arabic, French and English', () => {
  const reader = (lang: (typeof langs)[number]) => ({ locale: localeOf(lang, 'TN'), terms: {} });
  for (const code of askedRefusals) {
    const said = langs.map((lang) => refusalText(new Refusal(`currency.${code}`), reader(lang)));
    expect([code, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([code, 3, true]);
  }
  for (const why of [...offlineWhys, ...saleRefusals]) {
    const said = langs.map((lang) => whyText(reader(lang), why));
    expect([why, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([why, 3, true]);
  }
  for (const answer of ['over', 'not_enough', 'shop_stopped', 'category', 'never', 'above', 'day', 'amount', 'paid_before', 'too_late', 'no_request', 'locked', 'no_card'] as const) {
    const said = langs.map((lang) => smsText({ answer } as Answer, lang));
    expect([answer, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([answer, 3, true]);
  }
});
