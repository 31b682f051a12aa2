import { beforeAll, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { localeOf } from '#core/words/locale.ts';
import { proveLedger } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openPhone, type SentSale } from '#tests/fixtures/offline-phone.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { lookThroughSales } from './alert/look-through-sales.ts';
import { loseCard } from './card/stop-card.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { allowOfflineSales } from './offline/allow-offline-sales.ts';
import { whenItCounts } from './offline/may-settle.ts';
import { offlineTerms } from './offline/offline-terms.query.ts';
import { offlineTill } from './offline/offline-till.query.ts';
import { whyText } from './offline/offline-words.ts';
import { registerOfflineTill } from './offline/register-offline-till.ts';
import { endOfflineTill, stopOfflineTill } from './offline/stop-offline-till.ts';
import { receipt } from './till/receipt.query.ts';
import { takePayment } from './till/take-payment.ts';

const HOUR = 3_600_000;
let hub: AidHub;
let shop: Shop;
let other: Shop;
let programme: string;
beforeAll(async () => {
  hub = await openAidHub();
  [shop, other] = [await openShop(hub), await openShop(hub, ['food'], 'Épicerie Nour')];
  programme = await hub.funded('5000');
  for (const { merchant } of [shop, other]) await allow(merchant);
}, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const allow = (merchant: string, card = '40', till = '100', by = hub.supervisor) => act(hub.world.house, by, allowOfflineSales, { merchant, currency: 'TND', card, till } as never);
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
/** A phone that was registered five hours ago. */
async function phone(of = shop) {
  const opened = await openPhone(hub.world.house, of.till, of.merchant);
  await ownerQuery(hub.world.house, `update currency.offline_till set last_at = last_at - interval '5 hours' where id = $1`, [opened.till]);
  return opened;
}
/** Somebody with 120 dinars and a card. */
async function holder() {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  return { person, ...(await giveReadyCard(hub, person)) };
}
const left = async (person: string) => (await ask(hub.world.house, hub.officer, holderSheet, { person })).wallets.reduce((sum, { free }) => sum + free, 0);
const paidIn = async () => Number((await ownerQuery<{ n: string }>(hub.world.house, 'select count(*) as n from currency.payment where network_id = $1', [hub.world.network]))[0]!.n);
const addsUp = async () => expect((await inTransaction(hub.world.house.app, beginFor({ ...visitor(hub.world.network), app: 'job' }, { jobHubs: [hub.world.hub] }), (tx) => proveLedger(tx, hub.world.network, hub.instrument))).faults).toEqual([]);

it('a sale made without a network is paid when it arrives, once: sent again it gives the same receipt', async () => {
  const { world: { house } } = hub;
  const [her, till] = [await holder(), await phone()];
  const [first, second] = [till.sell({ card: her.code, amount: 12_000, at: ago(2) }), till.sell({ card: her.number, amount: 8_000, pin: '٢٥٨٠', at: ago(1) })];
  const paid = await till.send(first);
  expect(paid).toMatchObject({ number: 1, answer: 'paid', why: null, clock_odd: false, amount: 12_000, currency: 'TND' });
  const before = await paidIn();
  // The line was cut before the answer: in whatever way it comes back, the money has moved once.
  expect(await Promise.all([till.send(first), till.send(first), till.send(first)])).toEqual([paid, paid, paid]);
  expect(await till.send(second)).toMatchObject({ answer: 'paid' });
  expect([await paidIn() - before, await left(her.person)]).toEqual([1, 100_000]);
  expect(await ask(house, shop.till, receipt, { number: paid.receipt! })).toMatchObject({ amount: 12_000, category: 'food' });
  // Two windows send the same new sale at once.
  const third = till.sell({ card: her.code, amount: 1_000 });
  const both = await Promise.all([till.send(third), till.send(third)]);
  expect([both[0]!.receipt === both[1]!.receipt, await left(her.person)]).toEqual([true, 99_000]);
  const kept = (await ownerQuery<{ all: string }>(house, `select (select string_agg(s::text, '') from currency.offline_sale s) || (select string_agg(body::text, '') from core.event where name like 'currency.offline%') as all`))[0]!.all;
  expect([her.person, her.card, her.code, her.number].filter((secret) => kept.includes(secret))).toEqual([]);
  await addsUp();
});

it('what is altered, foreign, out of its order or of a stopped phone pays nothing and is not taken in', async () => {
  const [her, till] = [await holder(), await phone()];
  const before = await paidIn();
  const sale = till.sell({ card: her.code, amount: 5_000 });
  const altered: readonly Partial<SentSale>[] = [{ amount: 5_001 }, { category: 'hygiene' }, { number: 2 }, { at: ago(1).toISOString() }, { previous: sale.sealed.slice(0, 43) }, { currency: 'EUR' }, { signature: sale.signature.slice(0, -4) }, { signature: 'x' }];
  for (const change of altered) await expect(till.send({ ...sale, ...change }), JSON.stringify(change)).rejects.toMatchObject(no('offline-altered'));
  for (const odd of [{ amount: 0 }, { amount: -5 }, { number: 0 }, { at: 'yesterday' }, { currency: 'XXX' }]) await expect(till.send({ ...sale, ...odd } as never)).rejects.toMatchObject({ problems: [{ field: Object.keys(odd)[0] }] });
  // Another shop sends it, or a phone of another shop, or nobody's till.
  const theirs = await phone(other);
  await expect(till.send(sale, other.till)).rejects.toMatchObject(no('offline-till-stopped'));
  await expect(till.send({ ...sale, till: theirs.till })).rejects.toMatchObject(no('offline-till-stopped'));
  await expect(till.send({ ...sale, till: theirs.till }, other.till)).rejects.toMatchObject(no('offline-altered'));
  await expect(till.send(sale, hub.officer)).rejects.toMatchObject({ code: 'core.role-missing' });
  // The next one first; then one that names another sale before it; then another under a number that was used.
  const next = till.sell({ card: her.code, amount: 1_000 });
  await expect(till.send(next)).rejects.toMatchObject(no('offline-gap'));
  await till.send(sale);
  await expect(till.send(till.signSale({ ...next, previous: sale.previous }))).rejects.toMatchObject(no('offline-altered'));
  await expect(till.send(till.signSale({ ...next, number: 1, previous: sale.previous }))).rejects.toMatchObject(no('offline-altered'));
  // The hub stops the phone, or the shop does: for good, and only what is its own.
  const { world: { house } } = hub;
  await expect(act(house, other.till, endOfflineTill, { till: till.till })).rejects.toThrow('not-found');
  await act(house, hub.supervisor, stopOfflineTill, { till: till.till });
  for (const again of [stopOfflineTill, endOfflineTill] as const) await expect(act(house, again === stopOfflineTill ? hub.supervisor : shop.till, again, { till: till.till })).rejects.toMatchObject(no('offline-till-stopped'));
  await expect(till.send(next)).rejects.toMatchObject(no('offline-till-stopped'));
  await act(house, other.till, endOfflineTill, { till: theirs.till });
  await expect(theirs.send(theirs.sell({ card: her.code }), other.till)).rejects.toMatchObject(no('offline-till-stopped'));
  expect([await paidIn() - before, await left(her.person)]).toEqual([1, 115_000]);
});

it('what cannot be paid is written down with its reason, pays nothing, and the sales after it go on', async () => {
  const { world: { house } } = hub;
  const [her, poor, lost, till] = [await holder(), await holder(), await holder(), await phone()];
  await act(house, hub.officer, loseCard, { card: lost.card });
  await act(house, other.till, takePayment, { card: poor.code, pin: '2580', category: 'food', amount: '119' } as never);
  const before = await paidIn();
  const stranger = till.sell({ card: 'ACDEFHJK' });
  const tries: readonly (readonly [string, SentSale])[] = [
    ['till-card-unknown', stranger], ['till-card-stopped', till.sell({ card: lost.code })], ['till-not-enough', till.sell({ card: poor.code })], ['offline-pin', till.sell({ card: her.code, pin: '9999' })],
    ['till-never', till.sell({ card: her.code, category: 'alcohol' })], ['category-not-sold', till.sell({ card: her.code, category: 'school' })], ['offline-late', till.sell({ card: her.code, at: ago(73) })],
    ['offline-not-allowed', till.sell({ card: her.code, currency: 'EUR' })], ['offline-card-day', till.sell({ card: her.code, amount: 40_001 })], ['offline-till-day', till.sell({ card: her.code, amount: 100_001 })],
  ];
  for (const [why, sale] of tries) expect(await till.send(sale), why).toMatchObject({ answer: 'refused', why, receipt: null });
  // Digits that were sealed for one sale do not open another, and junk opens nothing.
  const fits = till.sell({ card: her.code, amount: 1_000 });
  expect(await till.send(till.signSale({ ...fits, amount: 2_000 }))).toMatchObject({ why: 'offline-seal' });
  const junk = await phone(other);
  expect(await junk.send(junk.signSale({ ...junk.sell({ card: her.code }), sealed: 'AAAA' }))).toMatchObject({ why: 'offline-seal' });
  expect(await till.send(stranger)).toMatchObject({ answer: 'refused', why: 'till-card-unknown' });
  expect([await paidIn() - before, await left(her.person)]).toEqual([0, 120_000]);
  // Three wrong tries lock a card here too: a till without a network is no way to guess.
  const guess = await phone();
  for (const pin of ['1111', '3333', '4444']) await guess.send(guess.sell({ card: her.code, pin }));
  expect(await guess.send(guess.sell({ card: her.code }))).toMatchObject({ why: 'till-card-stopped' });
  const { sales } = await ask(house, shop.till, offlineTill, {});
  expect(new Set(sales.map(({ why }) => why)).size).toBeGreaterThan(8);
  for (const why of tries.map(([each]) => each)) {
    const said = (['ar', 'fr', 'en'] as const).map((lang) => whyText({ locale: localeOf(lang, 'TN'), terms: {} }, why));
    expect([why, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([why, 3, true]);
  }
  // Whoever leads the hub is told the next night.
  await act(house, { ...visitor(hub.world.network), app: 'job' }, lookThroughSales, { day: dayAtHub(0) });
  const alerts = await ownerQuery<{ times: number }>(house, `select times from currency.alert where kind = 'unpaid_offline' and merchant_id = $1 and currency = 'TND'`, [shop.merchant]);
  expect(alerts.some(({ times }) => times > 8)).toBe(true);
  await addsUp();
});

it('two phones with the same card: paid while it lasts and within the bound of the day, in both shops together', async () => {
  const her = await holder();
  const [here, there] = [await phone(), await phone(other)];
  const sales = [here.sell({ card: her.code, amount: 15_000 }), here.sell({ card: her.code, amount: 15_000 })];
  const elsewhere = [there.sell({ card: her.number, amount: 15_000 }), there.sell({ card: her.number, amount: 10_000 })];
  const answers = [];
  for (const [place, sale] of sales.entries()) answers.push(...await Promise.all([here.send(sale), there.send(elsewhere[place]!)]));
  const paid = answers.filter(({ answer }) => answer === 'paid').reduce((sum, { amount }) => sum + amount, 0);
  expect([paid <= 40_000, await left(her.person)]).toEqual([true, 120_000 - paid]);
  expect(answers.filter(({ why }) => why).map(({ why }) => why)).toEqual(answers.filter(({ why }) => why).map(() => 'offline-card-day'));
  expect(answers.some(({ why }) => why)).toBe(true);
  await addsUp();
});

it('the bound of a phone and day holds over all cards; a clock that cannot be right is told, and the sale counts when it arrives', async () => {
  const till = await phone();
  const many = [];
  for (let n = 0; n < 3; n++) many.push(await holder());
  const at = ago(0);
  for (const { code } of many.slice(0, 2)) expect(await till.send(till.sell({ card: code, amount: 40_000, at }))).toMatchObject({ answer: 'paid' });
  expect(await till.send(till.sell({ card: many[2]!.code, amount: 20_001, at }))).toMatchObject({ why: 'offline-till-day' });
  // A day ahead, and a day behind the sale before: neither opens the bound of another day.
  for (const wrong of [-24, 24]) expect(await till.send(till.sell({ card: many[2]!.code, amount: 20_001, at: ago(wrong) }))).toMatchObject({ why: 'offline-till-day', clock_odd: true });
  expect(await till.send(till.sell({ card: many[2]!.code, amount: 20_000, at: ago(-24) }))).toMatchObject({ answer: 'paid', clock_odd: true });
  const [now, hour] = [new Date('2026-11-23T12:00:00Z'), (h: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + h * HOUR)];
  expect(whenItCounts({ made: hour(-5), after: hour(-6), now })).toEqual({ counts: hour(-5), odd: false });
  expect(whenItCounts({ made: hour(0.1), after: hour(-6), now })).toEqual({ counts: now, odd: false });
  expect(whenItCounts({ made: hour(-7), after: hour(-6), now })).toEqual({ counts: now, odd: true });
});

it('nobody sells without a network unless the hub allows it, by her own phone, five at most; a suspended shop is paid nothing', async () => {
  const { world: { house }, supervisor, officer } = hub;
  const third = await openShop(hub);
  await expect(phone(third)).rejects.toMatchObject(no('offline-not-allowed'));
  for (const [more, code] of [[{ card: '5' }, 'offline-both'], [{ card: '50', till: '40' }, 'offline-till-below'], [{ card: '0', till: '5' }, 'amount-odd']] as const) {
    await expect(act(house, supervisor, allowOfflineSales, { merchant: third.merchant, currency: 'TND', ...more } as never)).rejects.toMatchObject(no(code));
  }
  await expect(allow(third.merchant, '40', '100', officer)).rejects.toMatchObject({ code: 'core.role-missing' });
  await allow(third.merchant);
  const tills = [];
  for (let n = 0; n < 5; n++) tills.push(await phone(third));
  await expect(phone(third)).rejects.toMatchObject(no('offline-tills-many'));
  const [first, second] = tills as [Awaited<ReturnType<typeof phone>>, Awaited<ReturnType<typeof phone>>];
  const register = (input: object, by = third.till) => act(house, by, registerOfflineTill, { merchant: third.merchant, key: first.key, signature: 'x', ...input } as never);
  await expect(register({})).rejects.toMatchObject(no('offline-key'));
  await expect(register({ key: 'BAAA' })).rejects.toMatchObject(no('offline-key'));
  await expect(register({}, shop.till)).rejects.toMatchObject(no('no-merchant'));
  const her = await holder();
  const before = await paidIn();
  await act(house, supervisor, allowOfflineSales, { merchant: third.merchant, currency: 'TND' } as never);
  expect(await first.send(first.sell({ card: her.code }))).toMatchObject({ why: 'offline-not-allowed' });
  await allow(third.merchant);
  await act(house, supervisor, suspendMerchant, { merchant: third.merchant, why: 'Contrôle en cours' } as never);
  expect(await second.send(second.sell({ card: her.code }))).toMatchObject({ why: 'merchant-suspended' });
  expect(await paidIn() - before).toBe(0);
  expect(await ask(house, supervisor, offlineTerms, { merchant: third.merchant })).toMatchObject({ bounds: [{ currency: 'TND', card: 40_000, till: 100_000 }], tills: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }, { number: 5 }] });
  await expect(act(house, supervisor, allowOfflineSales, { merchant: (await hub.world.as('merchant')).account!, currency: 'TND' } as never)).rejects.toThrow('not-found');
});

it('the hub sets bounds and the shop sells by its pages; the page that a phone keeps names nobody who was signed in', async () => {
  const web = await openWeb(hub.world);
  const at = `/aid/merchants/${other.merchant}/offline`;
  expect((await web.send(at, { currency: 'TND', card: '٣٠', till: '90' }, hub.supervisor, at)).status).toBe(303);
  const odd = await web.send(at, { currency: 'TND', card: '95', till: '90' }, hub.supervisor, at);
  expect([odd.status, (await odd.text()).includes('value="95"')]).toEqual([422, true]);
  const mine = await phone(other);
  for (const lang of ['ar', 'fr', 'en']) {
    expect((await web.get(`${at}?lang=${lang}`, hub.supervisor)).status).toBe(200);
    const page = await web.get(`/till/offline?lang=${lang}`, other.till);
    const text = await page.text();
    expect([page.status, text.length < 150_000, text.includes('Lotfi'), text.includes(`/till/offline/phones/${mine.till}/end`), /data-csrf="[^"]{20,}/.test(text)]).toEqual([200, true, false, true, true]);
    expect(page.headers.get('content-security-policy')).toMatch(/worker-src 'self'.*trusted-types hadina$/);
  }
  expect((await web.get('/till', other.till)).headers.get('content-security-policy')).not.toContain('worker-src');
  const her = await holder();
  const sale = mine.sell({ card: her.code });
  const fields = Object.fromEntries(Object.entries(sale).map(([name, value]) => [name, String(value)]));
  const answer = await web.send('/till/offline/sales', fields, other.till, '/till');
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/data-answer="paid" data-receipt="[A-Z0-9]{8}"/)]);
  const broken = await web.send('/till/offline/sales', { ...fields, amount: '6000' }, other.till, '/till');
  expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining('data-refused="currency.offline-altered"')]);
  expect((await web.send(`/till/offline/phones/${mine.till}/end`, {}, other.till, '/till')).status).toBe(303);
  const worker = await web.get('/till/worker.js', null);
  expect([worker.status, worker.headers.get('content-type'), worker.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'no-cache']);
});
