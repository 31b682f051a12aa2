import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { refusalText } from '#apps/explain.ts';
import { proveLedger } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openShop, type Shop } from '#tests/fixtures/paying.ts';
import { aidSheet } from './aid/aid-sheet.query.ts';
import { freezeAid, revokeAid, thawAid } from './aid/stop-aid.ts';
import { aidFigures } from './figures/aid-figures.query.ts';
import { daySheet } from './merchant/day-sheet.query.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { sumsOf } from './programme/sums-of.ts';
import { receipt } from './till/receipt.query.ts';
import { refundPayment } from './till/refund-payment.ts';
import { tillHome } from './till/till-home.query.ts';
import { drawVouchers } from './voucher/draw-vouchers.ts';
import { endVouchers, voidVoucher } from './voucher/end-vouchers.ts';
import { redeemVoucher, voucherRefusals } from './voucher/redeem-voucher.ts';
import { refundVoucher } from './voucher/refund-voucher.ts';
import { voucherList } from './voucher/voucher-list.query.ts';
import { voucherSheet } from './voucher/voucher-sheet.query.ts';

let hub: AidHub;
let shop: Shop;
let programme: string;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub); programme = await hub.funded('2000'); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const job = (): Actor => ({ ...visitor(hub.world.network), app: 'job' });
const inside = <R>(work: (asking: { tx: never; network: string }) => Promise<R>): Promise<R> =>
  inTransaction(hub.world.house.app, beginFor(job(), { jobHubs: [hub.world.hub] }), (tx) => work({ tx: tx as never, network: hub.world.network }));
/** Rule 10 and the book, after every step. */
async function holds() {
  const told = await inside(({ tx, network }) => sumsOf(tx, network, { book: hub.instrument, programme }));
  expect(told.spent + told.balance + told.held + told.expired + told.revoked).toBe(told.granted);
  expect((await inside(({ tx, network }) => proveLedger(tx, network, hub.instrument))).faults).toEqual([]);
  const figures = await ask(hub.world.house, visitor(hub.world.network), aidFigures, { programme });
  expect([figures.addsUp, figures.sums.spent, figures.sums.balance]).toEqual([true, told.spent, told.balance]);
  return told;
}
/** A household with 120 dinars, so many of them on paper in pieces of ten. */
async function onPaper(pieces: number, of = programme, amount = '10') {
  const person = await hub.person();
  await hub.grant(of, [person]);
  const [wallet] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.aid where person_id = $1 and programme_id = $2', [person, of]);
  const { batch } = await act(hub.world.house, hub.officer, drawVouchers, { aid: wallet!.id, pieces: String(pieces), amount } as never);
  const sheet = await ask(hub.world.house, hub.officer, voucherSheet, { batch });
  return { person, aid: wallet!.id, batch, codes: sheet.vouchers.map(({ code }) => code) as [string, string, string, string] };
}
const take = (code: string, more: Record<string, unknown> = {}, by = shop.till) => act(hub.world.house, by, redeemVoucher, { code, category: 'food', ...more } as never);
const free = async (aid: string) => (await ask(hub.world.house, hub.officer, aidSheet, { aid })).free;

it('vouchers are drawn from one aid, each a code of its own that the house can print again and keeps nowhere', async () => {
  const { world: { house }, officer, manager } = hub;
  const { aid, batch, codes } = await onPaper(5);
  expect([codes.length, new Set(codes).size, codes.every((code) => /^[ACDEFHJKLMNPRTUVWXY3479]{20}$/.test(code)), await free(aid)]).toEqual([5, 5, true, 70_000]);
  expect((await ask(house, manager, voucherSheet, { batch })).vouchers.map(({ code }) => code)).toEqual(codes);
  expect((await ownerQuery<{ all: string }>(house, `select (select string_agg(v::text, '') from currency.voucher v) || coalesce((select string_agg(body::text, '') from core.event), '') as all`))[0]!.all.includes(codes[0]!)).toBe(false);
  for (const [code, more] of [['not-enough-left', { pieces: '8' }], ['amount-odd', { amount: '0' }], ['amount-odd', { amount: '0.0001' }]] as const) {
    await expect(act(house, officer, drawVouchers, { aid, ...{ pieces: '1', amount: '10' }, ...more } as never)).rejects.toMatchObject(no(code));
  }
  // Only whoever reads the household at this hub prints its sheet; a shop and the treasurer do not.
  for (const actor of [shop.till, hub.treasurer]) await expect(ask(house, actor, voucherSheet, { batch })).rejects.toThrow();
  await holds();
});

it('a voucher is taken once, for what it says, where it may be; the rest goes back to the wallet, and each no is explained in three languages', async () => {
  const { world: { house } } = hub;
  const { aid, codes: [one, two, three, four] } = await onPaper(4);
  for (const [code, brought, more] of [
    ['voucher-unknown', one.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A')), {}], ['voucher-unknown', 'x', {}], ['voucher-less', one, { amount: '10.001' }], ['amount-odd', one, { amount: '0' }], ['never-bought', one, { category: 'alcohol' }],
    ['category-excluded', one, { category: 'school' }], ['other-currency', one, { currency: 'EUR' }],
  ] as const) await expect(take(brought, more)).rejects.toMatchObject(no(code));
  // Typed as it is printed, or as the address that a camera read.
  expect(await take(one.toLowerCase().match(/.{4}/g)!.join(' - '), { amount: '7,5' })).toMatchObject({ amount: 7_500, currency: 'TND' });
  expect(await free(aid)).toBe(82_500);
  await expect(take(one)).rejects.toMatchObject(no('voucher-used'));
  await take(`https://hub.example/till/vouchers?code=${two}`, { currency: 'TND' });
  // Two tills that were cut off took the same paper: when both send it in, one is paid.
  const other = await openShop(hub);
  const both = await Promise.allSettled([take(three), take(three, {}, other.till), take(three), take(three, {}, other.till)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  // A shop that sells something else, one that is suspended, and nobody's till.
  const chemist = await openShop(hub, ['medicine']);
  await expect(take(four, {}, chemist.till)).rejects.toMatchObject(no('category-not-sold'));
  await act(house, hub.supervisor, suspendMerchant, { merchant: other.merchant, why: 'Contrôle en cours' } as never);
  await expect(take(four, {}, other.till)).rejects.toMatchObject(no('merchant-suspended'));
  await expect(take(four, {}, hub.officer)).rejects.toThrow();
  // Somebody with the database and without the key makes ten dinars a thousand: the paper no longer belongs to the row.
  await ownerQuery(house, `update currency.voucher set amount_minor = 1000000 where state = 'issued' and wallet_id = $1`, [aid]);
  await expect(take(four)).rejects.toMatchObject(no('voucher-altered'));
  await ownerQuery(house, `update currency.voucher set amount_minor = 10000 where state = 'issued' and wallet_id = $1`, [aid]);
  await take(four);
  expect(await holds()).toMatchObject({ spent: 37_500 });
  for (const code of voucherRefusals) {
    const said = (['ar', 'fr', 'en'] as const).map((lang) => refusalText(new Refusal(`currency.${code}`), { locale: localeOf(lang, 'TN'), terms: {} }));
    expect([code, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([code, 3, true]);
  }
});

it('what is given back goes to the wallet and never onto the paper, and never exceeds the sale', async () => {
  const { world: { house } } = hub;
  const { aid, codes: [one, two] } = await onPaper(2);
  const back = (code: string, amount?: string, by = shop.till) => act(house, by, refundVoucher, { code, ...(amount ? { amount } : {}) } as never);
  await expect(back(one)).rejects.toMatchObject(no('voucher-unknown'));
  await take(one);
  await expect(back(one, '10.5')).rejects.toMatchObject(no('refund-above-sale'));
  await expect(back(one, '1', (await openShop(hub)).till)).rejects.toMatchObject(no('voucher-unknown'));
  await back(one, '4');
  const both = await Promise.allSettled([back(one, '6'), back(one, '6'), back(one)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await free(aid)).toBe(110_000);
  await expect(take(one)).rejects.toMatchObject(no('voucher-used'));
  await take(two);
  await holds();
});

it('the page of a paper offers what the shop sells and the paper pays for, names no aid, and looks the same for a paper that pays nothing', async () => {
  const grocer = await openShop(hub, ['food', 'school', 'clothing']);
  const narrow = await hub.funded('500', { categories: ['food', 'school', 'hygiene'], names: { ar: 'سلة خاصة', fr: 'Panier discret', en: 'Quiet basket' } });
  const { codes: [one, two] } = await onPaper(2, narrow);
  const web = await openWeb(hub.world);
  const page = async (code = '', by = grocer.till) => await (await web.get(`/till/vouchers?lang=fr${code && `&code=${encodeURIComponent(code)}`}`, by)).text();
  const offered = (text: string) => [...text.matchAll(/name="category"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="category"/gu)].map(([, a, b]) => a ?? b);
  const [bare, known] = [await page(), await page(one)];
  expect([offered(bare), offered(known)]).toEqual([['food', 'school', 'clothing'], ['food', 'school']]);
  expect(known).not.toMatch(/Panier discret|Aide|aide\b/u);
  await take(two, {}, grocer.till);
  const plain = (text: string) => text.replace(/value="[^"]*"|nonce[^ >]*/gu, '');
  const nobodys = one.replace(/.$/u, (last) => (last === 'A' ? 'C' : 'A'));
  for (const nothing of [two, nobodys, `x${'é'.repeat(190)}`]) expect([nothing, offered(await page(nothing))]).toEqual([nothing, ['food', 'school', 'clothing']]);
  expect(plain((await page(two)).replaceAll(two, '#'))).toBe(plain((await page(nobodys)).replaceAll(nobodys, '#')));
  // A shop of one sort has nothing to choose.
  const baker = await openShop(hub, ['food']);
  expect(await page(one, baker.till)).toMatch(/<input[^>]*(?:value="food"[^>]*checked|checked[^>]*value="food")/u);
  await take(one, {}, baker.till);
});

it('a sale by voucher has its receipt like any sale: at the till, on the sheet of the day, and given back by its number to the wallet', async () => {
  const { world: { house } } = hub;
  const { aid, codes: [one] } = await onPaper(2);
  const { number } = await take(one, { amount: '8' });
  expect([number, await free(aid)]).toEqual([expect.stringMatching(/^[A-Z0-9]{8}$/), 102_000]);
  expect(await ask(house, shop.till, receipt, { number })).toMatchObject({ amount: 8_000, refunded: 0, currency: 'TND', category: 'food', state: 'taken' });
  expect((await ask(house, shop.till, tillHome, {})).sales).toContainEqual(expect.objectContaining({ number, amount: 8_000 }));
  const day = await ask(house, shop.till, daySheet, { merchant: shop.merchant });
  expect(day.lines.filter((line) => line.number === number)).toEqual([expect.objectContaining({ minor: 8_000, back: false })]);
  const back = (amount?: string, by = shop.till) => act(house, by, refundPayment, { number, ...(amount ? { amount } : {}) } as never);
  await expect(back('1', (await openShop(hub)).till)).rejects.toMatchObject(no('receipt-unknown'));
  await expect(back('8.001')).rejects.toMatchObject(no('refund-too-much'));
  await back('3');
  expect([await free(aid), (await ask(house, shop.till, receipt, { number })).state]).toEqual([105_000, 'part_refunded']);
  // By its number or by the paper, it is one sale, and not given back above its price.
  await expect(act(house, shop.till, refundVoucher, { code: one, amount: '5.001' } as never)).rejects.toMatchObject(no('refund-above-sale'));
  await act(house, shop.till, refundVoucher, { code: one } as never);
  await expect(back()).rejects.toMatchObject(no('refund-too-much'));
  expect([await free(aid), (await ask(house, shop.till, receipt, { number })).refunds.map(({ amount }) => amount)]).toEqual([110_000, [3_000, 5_000]]);
  await expect(take(one)).rejects.toMatchObject(no('voucher-used'));
  await holds();
});

it('a lost voucher is voided, a freeze stops paper too, and what was never taken returns to the fund', async () => {
  const { world: { house }, officer, manager, supervisor } = hub;
  const { aid, codes: [one, two, three] } = await onPaper(3);
  const list = await ask(house, officer, voucherList, { aid });
  const lost = list.vouchers.find(({ serial }) => serial === 1)!.id;
  await act(house, officer, voidVoucher, { voucher: lost });
  await expect(take(one)).rejects.toMatchObject(no('voucher-void'));
  await expect(act(house, officer, voidVoucher, { voucher: lost })).rejects.toMatchObject(no('voucher-used'));
  expect(await free(aid)).toBe(100_000);
  await act(house, officer, freezeAid, { aid, why: 'lost_card' } as never);
  await expect(take(two)).rejects.toMatchObject(no('voucher-stopped'));
  await act(house, manager, thawAid, { aid });
  await take(two);
  const before = await holds();
  await act(house, supervisor, revokeAid, { aid, why: 'moved_away' } as never);
  await expect(take(three)).rejects.toMatchObject(no('voucher-void'));
  expect((await holds()).revoked - before.revoked).toBe(110_000);
  const late = await onPaper(6);
  await take(late.codes[0]!);
  expect(await act(house, job(), endVouchers, {})).toEqual({ ended: 0 });
  const { balance, expired } = await holds();
  const { ended } = await act(house, job(), endVouchers, { at: new Date(Date.now() + 100 * 86_400_000).toISOString() });
  const after = await holds();
  expect([ended >= 5, after.expired - expired, balance - after.balance]).toEqual([true, ended * 10_000, ended * 10_000]);
  await expect(take(late.codes[1]!)).rejects.toMatchObject(no('voucher-over'));
  expect(await act(house, job(), endVouchers, { at: new Date(Date.now() + 100 * 86_400_000).toISOString() })).toEqual({ ended: 0 });
});

it('the desk draws and prints in three languages, the shop takes and gives back by its pages', async () => {
  const web = await openWeb(hub.world);
  const { aid, batch, codes, person } = await onPaper(2);
  const at = `/aid/wallets/${aid}/vouchers`;
  expect((await web.send(at, { pieces: '1', amount: '5' }, hub.officer, at)).status).toBe(303);
  const odd = await web.send(at, { pieces: '3', amount: '500' }, hub.officer, at);
  expect([odd.status, (await odd.text()).includes('value="500"')]).toEqual([422, true]);
  for (const lang of ['ar', 'fr', 'en']) {
    expect((await web.get(`${at}?lang=${lang}`, hub.officer)).status).toBe(200);
    const sheet = await (await web.get(`/aid/vouchers/${batch}/print?in=${lang}`, hub.officer)).text();
    expect([lang, sheet.match(/class="qr"/g)?.length, sheet.includes(codes[0]!.slice(0, 4)), sheet.includes(person)]).toEqual([lang, 2, true, false]);
    expect((await web.get(`/till/vouchers?lang=${lang}&code=${codes[0]}`, shop.till)).status).toBe(200);
  }
  const taken = await web.send('/till/vouchers', { code: codes[0]!, category: 'food', amount: '6' }, shop.till, '/till/vouchers');
  const sign = await (await web.get(taken.headers.get('location')!, shop.till)).text();
  const [paper] = /\/till\/receipts\/[A-Z0-9]{8}\/paper/.exec(sign)!;
  expect([taken.status, sign, await (await web.get(paper, shop.till)).text()]).toEqual([303, expect.stringMatching(/6[,.٫]000/u), expect.stringMatching(/6[,.٫]000/u)]);
  const again = await web.send('/till/vouchers', { code: codes[0]!, category: 'food' }, shop.till, '/till/vouchers');
  expect([again.status, (await again.text()).includes(codes[0]!)]).toEqual([422, true]);
  expect((await web.send('/till/vouchers/refund', { code: codes[0]! }, shop.till, '/till/vouchers/refund')).status).toBe(303);
});
