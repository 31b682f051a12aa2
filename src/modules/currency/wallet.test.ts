import { beforeAll, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { loseCard } from './card/stop-card.ts';
import { takePayment } from './till/take-payment.ts';
import { giveWalletLink } from './wallet/give-wallet-link.ts';
import { openWallet } from './wallet/open-wallet.ts';
import { ownWallet } from './wallet/own-wallet.query.ts';

let hub: AidHub;
let shop: Shop;
let programme: string;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub); programme = await hub.funded(); }, 60_000);

/** Somebody with 120 dinars, a card and the link of her wallet. */
async function holder() {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  const [wallet] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.aid where person_id = $1', [person]);
  const { token } = await act(hub.world.house, hub.officer, giveWalletLink, { aid: wallet!.id });
  return { person, token, ...(await giveReadyCard(hub, person)) };
}
const open = (token: string, digits: string) => act(hub.world.house, visitor(hub.world.network), openWallet, { token, digits });
const sell = (card: string, amount: string, pin = '2580') => act(hub.world.house, shop.till, takePayment, { card, amount, category: 'food', pin } as never);

it('whoever has a card reads her wallet with its digits; a link, a stopped card or guesses tell nothing', async () => {
  const { world: { house, network } } = hub;
  const her = await holder();
  const closed = await ask(house, visitor(network), ownWallet, { token: her.token });
  expect([closed.closed, closed.wallets, closed.purchases]).toEqual([true, [], []]);
  expect(await open(her.token, '٢٥٨٠')).toMatchObject({ answer: 'open', wallets: [{ free: 120_000, history: [{ what: 'granted' }] }] });
  for (const left of [2, 1, 0]) expect(await open(her.token, '1111')).toEqual({ answer: 'wrong-pin', left });
  await expect(open(her.token, '2580')).rejects.toMatchObject({ code: 'currency.till-card-stopped' });
  expect((await ask(house, visitor(network), ownWallet, { token: her.token })).wallets).toEqual([]);
  const other = await holder();
  await act(house, hub.officer, loseCard, { card: other.card });
  expect((await ask(house, visitor(network), ownWallet, { token: other.token })).wallets).toEqual([]);
  await expect(open(other.token, '2580')).rejects.toMatchObject({ code: 'currency.till-card-stopped' });
});

it('when she is forced, her page shows a small part, and tells neither by its words nor by its form that it is one', async () => {
  const { world } = hub;
  const her = await holder();
  await sell(her.code, '30');
  await sell(her.code, '3');
  expect(await open(her.token, '1379')).toMatchObject({ answer: 'open', wallets: [{ free: 0, history: [] }], purchases: [{ amount: 3_000 }] });
  const late = await holder();
  expect(await open(late.token, '1379')).toMatchObject({ wallets: [{ free: 10_000, held: 0, history: [] }], purchases: [] });
  await sell(late.code, '4', '1379');
  expect(await open(late.token, '1379')).toMatchObject({ wallets: [{ free: 6_000 }], purchases: [{ amount: 4_000 }] });
  // Somebody who truly has little: the same page but for what is told.
  const web = await openWeb(world);
  const page = async (token: string, digits: string) => {
    const answer = await web.send(`/w/${token}?lang=fr`, { digits }, null, `/w/${token}?lang=fr`);
    const text = await answer.text();
    return { status: answer.status, headers: [...answer.headers.keys()].sort(), form: text.replace(/<main[\s\S]*<\/main>/u, '').replace(/nonce="[^"]*"|nonce-[^']*|value="[^"]*"|[0-9a-f-]{36}|\/w\/[\w-]{43}/gu, ''), fields: [...text.matchAll(/<h[12][^>]*>[^<]*|name="[a-z]+"|<dt>[^<]*/gu)].map(([each]) => each), text };
  };
  const [forced, hers] = [await page(late.token, '1379'), await page(late.token, '2580')];
  expect([forced.status, forced.headers, forced.form, forced.fields]).toEqual([hers.status, hers.headers, hers.form, hers.fields]);
  expect([/\b6,000/u.test(forced.text), /116[.,]000/u.test(forced.text), hers.text.includes('116,000'), /forc|contraint|1379/iu.test(forced.text)]).toEqual([true, false, true, false]);
  const [counts] = await ownerQuery<{ bodies: string[] }>(world.house, `select array_agg(distinct body::text) as bodies from core.event where network_id = $1 and name = 'currency.wallet-opened'`, [world.network]);
  expect(counts!.bodies).toEqual(['{}']);
});

it('without script the page asks for the digits, keeps none and says how many tries are left', async () => {
  const web = await openWeb(hub.world);
  const her = await holder();
  for (const lang of ['ar', 'fr', 'en']) {
    const text = await (await web.get(`/w/${her.token}?lang=${lang}`)).text();
    expect([lang, text.includes('name="digits"'), /120[.,]000/u.test(text), text.includes('<script'), Buffer.byteLength(text) < 50_000]).toEqual([lang, true, false, false, true]);
  }
  const send = async (digits: string) => { const answer = await web.send(`/w/${her.token}?lang=fr`, { digits }, null, `/w/${her.token}?lang=fr`); return { status: answer.status, cache: answer.headers.get('cache-control'), text: await answer.text() }; };
  const wrong = await send('4321');
  expect([wrong.status, wrong.text.includes('Il reste 2 essais'), wrong.text.includes('4321')]).toEqual([200, true, false]);
  const told = await send('2580');
  expect([told.status, told.cache, told.text.includes('120,000'), told.text.includes('2580'), told.text.includes('name="number"')]).toEqual([200, 'no-store', true, false, true]);
});

it('the link before ends with the next one, and what is over is told as over, not as what she still has', async () => {
  const { world: { house, network } } = hub;
  const her = await holder();
  const [wallet] = await ownerQuery<{ id: string }>(house, 'select id from currency.aid where person_id = $1', [her.person]);
  const { token } = await act(house, hub.officer, giveWalletLink, { aid: wallet!.id });
  await expect(ask(house, visitor(network), ownWallet, { token: her.token })).rejects.toThrow('not-found');
  await expect(open(her.token, '2580')).rejects.toMatchObject({ code: 'currency.till-card-stopped' });
  expect(await open(token, '2580')).toMatchObject({ wallets: [{ free: 120_000, standing: 'loaded' }] });
  await ownerQuery(house, 'update currency.aid set expires_on = current_date - 2 where id = $1', [wallet!.id]);
  expect(await open(token, '2580')).toMatchObject({ wallets: [{ standing: 'expired' }] });
  expect(await open(token, '1379')).toMatchObject({ wallets: [] });
});
