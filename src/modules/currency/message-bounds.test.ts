import { beforeAll, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { receiveMessage } from './message/receive-message.ts';
import { smsText } from './message/sms-text.ts';
import { tiePhone } from './message/tie-phone.ts';
import { appliedShop } from '#tests/fixtures/shops.ts';
import { allowOfflineSales } from './offline/allow-offline-sales.ts';

/** What a telephone may not: confirm the price of another, count one wrong try twice, go on after the next telephone took its place, read what is over. */
let hub: AidHub;
let shop: Shop;
let programme: string;
let code: string;
beforeAll(async () => {
  hub = await openAidHub();
  shop = await openShop(hub, ['food']);
  programme = await hub.funded('2000');
  code = String((await ownerQuery<{ code: number }>(hub.world.house, 'select code from currency.merchant where id = $1', [shop.merchant]))[0]!.code);
}, 60_000);

let lines = 22_000_000;
const tie = (person: string, phone: string) => act(hub.world.house, hub.officer, tiePhone, { person, phone, lang: 'en', agreed: 'on' } as never);
async function caller() {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  await giveReadyCard(hub, person);
  const phone = `+216${(lines += 1_579)}`;
  await tie(person, phone);
  return { person, phone };
}
const say = async (from: string, text: string, id = newId()) => (await receiveMessage(hub.world.house, { network: hub.world.network, country: 'TN' }, { id, from, text })).text;
const left = async (person: string) => (await ask(hub.world.house, hub.officer, holderSheet, { person })).wallets.reduce((sum, { free }) => sum + free, 0);
const price = async (phone: string) => /\bC ?(\d{3})\b/u.exec(await say(phone, `P ${code} 5`))![1]!;

it('a price is confirmed by the telephone that named it, and after a day its number means nothing', async () => {
  const [her, his] = [await caller(), await caller()];
  const number = await price(her.phone);
  expect(await say(his.phone, `C ${number} 2580`)).toBe(smsText({ answer: 'no_request' }, 'en'));
  expect([await left(her.person), await left(his.person)]).toEqual([120_000, 120_000]);
  await ownerQuery(hub.world.house, `update currency.message_request set asked_at = asked_at - interval '25 hours' where number = $1 and network_id = $2`, [number, hub.world.network]);
  expect(await say(her.phone, `C ${number} 2580`)).toBe(smsText({ answer: 'no_request' }, 'en'));
});

it('a message with wrong digits that its gateway brings twice is one try', async () => {
  const her = await caller();
  const id = newId();
  for (const again of [id, id, id]) expect(await say(her.phone, 'B 1111', again)).toBe('Wrong code. Nothing was paid. Tries left: 2.');
  expect(await say(her.phone, 'B 1111')).toBe('Wrong code. Nothing was paid. Tries left: 1.');
});

it('the next telephone takes the place of the one before, and aid that is over is no longer told as left', async () => {
  const her = await caller();
  const next = `+216${(lines += 1_579)}`;
  await tie(her.person, next);
  expect([await say(her.phone, 'B 2580'), await say(next, 'B 2580')]).toEqual([smsText({ answer: 'stranger' }, 'en'), expect.stringMatching(/^Left: 120\.000/u)]);
  await ownerQuery(hub.world.house, 'update currency.aid set expires_on = current_date - 2 where person_id = $1', [her.person]);
  expect(await say(next, 'B 2580')).toBe(smsText({ answer: 'balance', sums: [], until: null }, 'en'));
});

it('a shop that only asked to take part gets no leave to sell without a network', async () => {
  const { merchant } = await appliedShop(hub);
  await expect(act(hub.world.house, hub.supervisor, allowOfflineSales, { merchant, currency: 'TND', card: '40', till: '100' } as never)).rejects.toMatchObject({ code: 'currency.wrong-step' });
});
