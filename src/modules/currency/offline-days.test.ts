import { beforeAll, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openPhone } from '#tests/fixtures/offline-phone.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { allowOfflineSales } from './offline/allow-offline-sales.ts';

/** On which day and in which currency a sale without a network counts, told by sales of yesterday beside those of today. */
let hub: AidHub;
let shop: Shop;
let programme: string;
beforeAll(async () => {
  hub = await openAidHub();
  shop = await openShop(hub);
  programme = await hub.funded('5000');
  await allow(shop.merchant);
}, 60_000);

const allow = (merchant: string) => act(hub.world.house, hub.supervisor, allowOfflineSales, { merchant, currency: 'TND', card: '40', till: '100' } as never);
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
async function holder() {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  return giveReadyCard(hub, person);
}
/** A phone that was registered fifty hours ago. */
async function phone() {
  const opened = await openPhone(hub.world.house, shop.till, shop.merchant);
  await ownerQuery(hub.world.house, `update currency.offline_till set last_at = last_at - interval '50 hours' where id = $1`, [opened.till]);
  return opened;
}

it('a sale counts on the day it was made: what was sold yesterday, or in another currency, takes nothing of the bounds of today', async () => {
  const { world: { house } } = hub;
  const [her, his, till] = [await holder(), await holder(), await phone()];
  const made = ago(25);
  expect(await till.send(till.sell({ card: her.code, amount: 40_000, at: made }))).toMatchObject({ answer: 'paid', clock_odd: false });
  const [kept] = await ownerQuery<{ day: string }>(house, 'select day::text as day from currency.offline_sale where till_id = $1', [till.till]);
  expect(kept).toEqual({ day: clockIn('Africa/Tunis', made).date });
  // One of today that was in euros, as its row would stand there.
  expect(await till.send(till.sell({ card: her.code, amount: 39_000 }))).toMatchObject({ answer: 'paid' });
  await ownerQuery(house, `update currency.offline_sale set currency = 'EUR' where till_id = $1 and number = 2`, [till.till]);
  expect(await till.send(till.sell({ card: her.code, amount: 40_000 }))).toMatchObject({ answer: 'paid' });
  expect(await till.send(till.sell({ card: her.code, amount: 1 }))).toMatchObject({ why: 'offline-card-day' });
  expect(await till.send(till.sell({ card: his.code, amount: 40_000 }))).toMatchObject({ answer: 'paid' });
  const third = await holder();
  expect(await till.send(till.sell({ card: third.code, amount: 20_001 }))).toMatchObject({ why: 'offline-till-day' });
  expect(await till.send(till.sell({ card: third.code, amount: 20_000 }))).toMatchObject({ answer: 'paid' });
});

it('the clock of a phone never runs backwards: a sale that lies before the one before it is told as odd and counts when it arrives', async () => {
  const [her, till] = [await holder(), await phone()];
  expect(await till.send(till.sell({ card: her.code, amount: 1_000, at: ago(1) }))).toMatchObject({ answer: 'paid', clock_odd: false });
  expect(await till.send(till.sell({ card: her.code, amount: 1_000, at: ago(26) }))).toMatchObject({ answer: 'paid', clock_odd: true });
  const days = await ownerQuery<{ day: string }>(hub.world.house, 'select day::text as day from currency.offline_sale where till_id = $1 and number = 2', [till.till]);
  expect(days).toEqual([{ day: clockIn('Africa/Tunis', new Date()).date }]);
});

it('a phone is registered once, by the key it holds, and by no shop that is suspended', async () => {
  const till = await phone();
  await expect(till.registerAgain()).rejects.toMatchObject({ code: 'currency.offline-key' });
  const stopped = await openShop(hub);
  await allow(stopped.merchant);
  await act(hub.world.house, hub.supervisor, suspendMerchant, { merchant: stopped.merchant, why: 'Plainte' } as never);
  await expect(openPhone(hub.world.house, stopped.till, stopped.merchant)).rejects.toMatchObject({ code: 'currency.no-merchant' });
});
