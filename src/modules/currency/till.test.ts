import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { refusalText } from '#apps/explain.ts';
import { openAccounts, proveLedger, transfer } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { cardLink } from './card/card-code.ts';
import { unlockCard } from './card/stop-card.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { freezeAid } from './aid/stop-aid.ts';
import { nameLegalBasis } from './instrument/name-legal-basis.ts';
import { openInstrument } from './instrument/open-instrument.ts';
import { changeTerms } from './merchant/admit-merchant.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { askedLink } from './till/asked-link.ts';
import { askedPrice } from './till/asked-price.query.ts';
import { askPayment } from './till/ask-payment.ts';
import { payAsked } from './till/pay-asked.ts';
import { saleRefusals } from './till/pay-sale.ts';
import { receipt } from './till/receipt.query.ts';
import { refundPayment } from './till/refund-payment.ts';
import { takePayment } from './till/take-payment.ts';
import { tillHome } from './till/till-home.query.ts';
import { giveWalletLink } from './wallet/give-wallet-link.ts';
import { openWallet } from './wallet/open-wallet.ts';
import { ownWallet } from './wallet/own-wallet.query.ts';
import { walletHash } from './wallet/wallet-link.ts';

let hub: AidHub;
let shop: Shop;
let programme: string;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub); programme = await hub.funded('5000'); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const job = (): Actor => ({ ...visitor(hub.world.network), app: 'job' });
const inside = <R>(work: (asking: { tx: never; network: string; actor: Actor; now: Date }) => Promise<R>): Promise<R> =>
  inTransaction(hub.world.house.app, beginFor(job(), { jobHubs: [hub.world.hub] }), (tx, now) => work({ tx: tx as never, network: hub.world.network, actor: job(), now }));
const addsUp = async () => expect((await inside(({ tx, network }) => proveLedger(tx, network, hub.instrument))).faults).toEqual([]);
/** Somebody with 120 dinars and a card. */
async function holder(more: Record<string, unknown> = {}, of = programme) {
  const person = await hub.person();
  await hub.grant(of, [person]);
  const [wallet] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.aid where person_id = $1 and programme_id = $2', [person, of]);
  return { person, aid: wallet!.id, ...(await giveReadyCard(hub, person, more)) };
}
const sell = (card: string, amount: string, { pin = '2580', category = 'food', by = shop.till, key }: { pin?: string; category?: string; by?: Actor; key?: string } = {}) =>
  act(hub.world.house, by, takePayment, { card, amount, category, pin } as never, key ? { key } : {});
const left = async (person: string) => (await ask(hub.world.house, hub.officer, holderSheet, { person })).wallets.map(({ free }) => free);

it('card and digits pay at the till, by square or number; once a key; and what was sold is given back, never more', async () => {
  const { world: { house } } = hub;
  const her = await holder();
  const key = newId();
  const sold = await sell(her.code, '40', { key });
  expect(sold).toMatchObject({ answer: 'paid', amount: 40_000, currency: 'TND' });
  // The line was cut after the money moved: the same key gives the same receipt, and nothing is paid again.
  expect(await sell(her.code, '40', { key })).toEqual(sold);
  await expect(sell(her.code, '41', { key })).rejects.toMatchObject({ code: 'core.key-reused', offer: { status: 409 } });
  expect(await left(her.person)).toEqual([80_000]);
  const second = await sell(`https://hub.example/k/${her.code}`, '٣٥,٥٠٠');
  await sell(`${her.number.slice(0, 4)}-${her.number.slice(4).toLowerCase()}`, '4,5');
  expect(await left(her.person)).toEqual([40_000]);
  if (sold.answer !== 'paid' || second.answer !== 'paid') throw new Error('not paid');
  const back = (number: string, amount?: string, by = shop.till) => act(house, by, refundPayment, { number, ...(amount ? { amount } : {}) } as never);
  await expect(back(sold.number, '40.001')).rejects.toMatchObject(no('refund-too-much'));
  await expect(back(sold.number, '1', (await openShop(hub)).till)).rejects.toMatchObject(no('receipt-unknown'));
  // A refund loop nets nothing, and whoever asks twice at once gets it once.
  await back(sold.number, '15');
  const both = await Promise.allSettled([back(sold.number, '20'), back(sold.number, '20')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await back(sold.number);
  await expect(back(sold.number)).rejects.toMatchObject(no('refund-too-much'));
  expect(await left(her.person)).toEqual([80_000]);
  // It reaches a wallet that is frozen.
  await act(house, hub.officer, freezeAid, { aid: her.aid, why: 'doubt' } as never);
  await back(second.number, '0.5');
  expect(await ask(house, shop.till, receipt, { number: second.number })).toMatchObject({ amount: 35_500, refunded: 500, state: 'part_refunded', refunds: [{ amount: 500 }] });
  await expect(ask(house, hub.officer, receipt, { number: second.number })).rejects.toMatchObject({ code: 'core.role-missing' });
  const [held] = await ownerQuery<{ balance_minor: string }>(house, 'select balance_minor from ledger.account where id = $1', [her.aid]);
  expect(Number(held!.balance_minor)).toBe(80_500);
  await addsUp();
});

it('a photo of a card pays nothing: three wrong tries lock it, counted across tills and at once', async () => {
  const { world: { house } } = hub;
  const her = await holder();
  const wrong = (pin: string) => sell(her.code, '1', { pin });
  expect(await wrong('0000')).toMatchObject({ answer: 'wrong-pin', left: 2 });
  expect(await sell(her.code, '1')).toMatchObject({ answer: 'paid' });
  const guesses = await Promise.allSettled(['1111', '2222', '3333', '4444', '5555', '6666'].map(wrong));
  const told = guesses.map((each) => (each.status === 'fulfilled' ? (each.value as { left: number }).left : (each.reason as Refusal).code));
  expect(told.filter((each) => typeof each === 'number').sort()).toEqual([0, 1, 2]);
  expect(told.filter((each) => each === 'currency.till-card-stopped')).toHaveLength(3);
  await expect(sell(her.code, '1')).rejects.toMatchObject(no('till-card-stopped'));
  await act(house, hub.officer, unlockCard, { card: her.card });
  expect(await sell(her.code, '1')).toMatchObject({ answer: 'paid' });
  expect(await left(her.person)).toEqual([118_000]);
  for (const strange of [newId(), her.code.slice(1), 'ACDEFHJK', '…']) await expect(sell(strange, '1')).rejects.toMatchObject(no('till-card-unknown'));
});

it('a price that cannot be is refused, and whatever the reason, nothing moves and the shop learns neither what is left nor who', async () => {
  const { world: { house } } = hub;
  const her = await holder({ day: '60' });
  for (const odd of ['-5', 'abc', '1e3']) await expect(sell(her.code, odd)).rejects.toMatchObject({ problems: [{ field: 'amount' }] });
  for (const odd of ['0', '1.2345', '999999999999999']) await expect(sell(her.code, odd)).rejects.toMatchObject(no('amount-odd'));
  await expect(sell(her.code, '5', { category: 'alcohol' })).rejects.toMatchObject(no('till-never'));
  await expect(sell(her.code, '5', { category: 'school' })).rejects.toMatchObject(no('category-not-sold'));
  const books = await openShop(hub, ['school', 'food']);
  await expect(sell(her.code, '5', { category: 'school', by: books.till })).rejects.toMatchObject(no('till-category'));
  await expect(sell(her.code, '501')).rejects.toMatchObject(no('sale-above-limit'));
  // Split into parts, a price meets the bound of the day all the same, at two shops and also after giving back.
  await sell(her.code, '30');
  const sold = await sell(her.code, '30', { by: books.till });
  await expect(sell(her.code, '0.001')).rejects.toMatchObject(no('till-day'));
  await act(house, books.till, refundPayment, { number: (sold as { number: string }).number } as never);
  await expect(sell(her.code, '1')).rejects.toMatchObject(no('till-day'));
  const other = await holder();
  await expect(sell(other.code, '120.001')).rejects.toMatchObject({ ...no('till-not-enough'), values: {}, offer: {} });
  await ownerQuery(house, `update currency.aid set expires_on = current_date - 2 where id = $1`, [other.aid]);
  await expect(sell(other.code, '1')).rejects.toMatchObject(no('till-over'));
  const stranger = await (await hub.world.secondHub()).as('hub_manager');
  await expect(sell(her.code, '1', { by: stranger })).rejects.toMatchObject({ code: 'core.role-missing' });
  for (const code of saleRefusals) {
    const said = (['ar', 'fr', 'en'] as const).map((lang) => refusalText(new Refusal(`currency.${code}`), { locale: localeOf(lang, 'TN'), terms: {} }));
    expect([code, new Set(said).size, /\baid(es?)?\b|مساعد|إعانة/iu.test(said.join(' '))]).toEqual([code, 3, false]);
  }
  await addsUp();
});

it('two tills at once on the last unit: one is paid', async () => {
  const her = await holder();
  await sell(her.code, '20');
  const other = await openShop(hub);
  const tries = await Promise.allSettled([...Array(4)].flatMap(() => [sell(her.code, '100'), sell(her.code, '100', { by: other.till })]));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await left(her.person)).toEqual([]);
  await addsUp();
});

it('when she is forced, other digits show a small amount: little goes through, more does not', async () => {
  const her = await holder();
  await expect(sell(her.code, '10.001', { pin: '1379' })).rejects.toMatchObject(no('till-not-enough'));
  expect(await sell(her.code, '8', { pin: '1379' })).toMatchObject({ answer: 'paid' });
  await expect(sell(her.code, '8', { pin: '1379' })).rejects.toMatchObject(no('till-not-enough'));
  expect(await sell(her.code, '50')).toMatchObject({ answer: 'paid' });
});

it('a price asked by a square is paid from her phone: once, in time, as it was asked, and not to a shop that was stopped meanwhile', async () => {
  const { world: { house, network }, officer } = hub;
  const her = await holder();
  const nobody = visitor(network);
  const { token } = await act(house, officer, giveWalletLink, { aid: her.aid });
  const asked = async (amount: string, by = shop.till) => (await act(house, by, askPayment, { amount, category: 'food' } as never)).number;
  const pay = (number: string, more: Record<string, string> = { token }) => act(house, nobody, payAsked, { number, pin: '2580', ...more } as never);
  const first = await asked('25');
  expect(await pay(first, { token, pin: '9999' })).toMatchObject({ answer: 'wrong-pin', left: 2 });
  const both = await Promise.allSettled([pay(first), pay(first, { card: her.number })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(pay(first)).rejects.toMatchObject(no('asked-paid'));
  await expect(pay('ACDEFHJK')).rejects.toMatchObject(no('asked-unknown'));
  await expect(pay(await asked('5'), { token: 'x' })).rejects.toMatchObject(no('till-card-unknown'));
  await expect(act(house, nobody, payAsked, { number: first, pin: '2580' } as never)).rejects.toMatchObject({ problems: [{ field: 'card', code: 'required' }] });
  const late = await asked('5');
  await ownerQuery(house, `update currency.pay_request set made_at = made_at - interval '9 minutes', until_at = until_at - interval '9 minutes' where number = $1`, [late]);
  await expect(pay(late)).rejects.toMatchObject(no('asked-over'));
  // What a till asked cannot be changed afterwards, by the login of the web itself.
  await expect(inTransaction(house.app, beginFor(shop.till), (tx) => (tx as never as { updateTable(t: string): { set(v: object): { where(...w: unknown[]): { execute(): Promise<unknown> } } } }).updateTable('currency.pay_request').set({ amount_minor: 1 }).where('number', '=', late).execute())).rejects.toMatchObject({ code: '42501' });
  const stopped = await openShop(hub);
  const waiting = await asked('5', stopped.till);
  // Under the login of the web a price is found by its shop and its number; by nobody else, however young it is.
  const reads = async (actor: Actor, link?: Buffer, beside?: Buffer) => {
    const rows = await inTransaction(house.app, beginFor(actor, { link, beside }), (tx) => (tx as never as { selectFrom(t: string): { select(c: string): { execute(): Promise<{ number: string }[]> } } }).selectFrom('currency.pay_request').select('number').execute());
    return rows.map(({ number }) => number);
  };
  const stranger = await (await hub.world.secondHub()).as('hub_manager');
  expect([await reads(nobody), await reads(stranger), await reads(nobody, cardLink(first)), await reads(nobody, askedLink(first)), await reads(stopped.till)]).toEqual([[], [], [], [first], [waiting]]);
  expect([await reads(nobody, cardLink(her.code)), await reads(nobody, walletHash(token)), await reads(nobody, cardLink(her.code), askedLink(waiting))]).toEqual([[], [], [waiting]]);
  expect(await ask(house, nobody, askedPrice, { number: waiting })).toMatchObject({ amount: 5_000, state: 'open', receipt: null });
  await act(house, hub.supervisor, suspendMerchant, { merchant: stopped.merchant, why: 'Plainte' } as never);
  await expect(pay(waiting)).rejects.toMatchObject(no('merchant-suspended'));
  await expect(asked('5', stopped.till)).rejects.toMatchObject(no('merchant-suspended'));
  expect(await left(her.person)).toEqual([95_000]);
  expect(await ask(house, nobody, ownWallet, { token })).toMatchObject({ closed: true, wallets: [], purchases: [] });
  expect(await act(house, nobody, openWallet, { token, digits: '2580' })).toMatchObject({ wallets: [{ free: 95_000 }], purchases: [{ amount: 25_000, refunded: 0 }] });
  await addsUp();
});

it('what ends first is taken first, local currency last, and the shop sees one price (no stigma): the same bytes whatever it was paid from', async () => {
  const { world: { house, network }, manager, admin } = hub;
  const { instrument: local } = await act(house, manager, openInstrument, { kind: 'currency', names: { fr: 'Dinar du quartier' }, code: `loc-${newId().slice(-10)}`, currency: 'TND' } as never);
  await act(house, admin, nameLegalBasis, { instrument: local, country: 'TN', basis: 'Convention d’essai' } as never);
  const market = await openShop(hub);
  const wallet = async (person: string, amount: number) => {
    const id = newId();
    await inside((asking) => openAccounts(asking, local, [{ id, kind: 'wallet', holder: person }]));
    await ownerQuery(house, 'insert into currency.local_wallet (network_id, id, hub_id, instrument_id, person_id, opened_at) values ($1, $2, $3, $4, $5, now())', [network, id, hub.world.hub, local, person]);
    await inside((asking) => transfer(asking, local, { key: newId(), from: local, to: id, amount }));
    return id;
  };
  const mixed = await holder();
  const later = await hub.funded('1000', { valid_days: '20' });
  await hub.grant(later, [mixed.person]);
  const own = await wallet(mixed.person, 30_000);
  const stands = async () => Object.fromEntries((await ask(house, hub.officer, holderSheet, { person: mixed.person })).wallets.map(({ id, free }) => [id === own ? 'own' : id === mixed.aid ? 'later' : 'first', free]));
  await sell(mixed.code, '100', { by: market.till });
  expect(await stands()).toEqual({ first: 20_000, later: 120_000, own: 30_000 });
  const across = await sell(mixed.code, '160', { by: market.till });
  expect(await stands()).toEqual({ own: 10_000 });
  await act(house, market.till, refundPayment, { number: (across as { number: string }).number, amount: '25' } as never);
  expect(await stands()).toEqual({ own: 30_000, later: 5_000 });

  const [plain, aided] = [await hub.person(), await holder()];
  await wallet(plain, 50_000);
  const plainCard = await giveReadyCard(hub, plain);
  const web = await openWeb(hub.world);
  const seen = [];
  for (const code of [aided.code, plainCard.code]) {
    const sold = await sell(code, '12.5', { by: market.till }) as { number: string };
    const spelled = `${sold.number.slice(0, 4)}-${sold.number.slice(4)}`;
    const page = async (address: string) => (await (await web.get(address, market.till)).text()).replaceAll(sold.number, '#').replaceAll(spelled, '#').replace(/nonce="[^"]*"|nonce-[^']*|value="[0-9a-f-]{36}"/g, '').replace(/dateTime="[^"]*"|\d{2}:\d{2}/g, '');
    const sheet = await ask(house, market.till, receipt, { number: sold.number });
    seen.push({ answer: { ...sold, number: '', payment: '' }, sheet: { ...sheet, number: '', at: '' }, page: await page(`/till/receipts/${sold.number}`), paper: await page(`/till/receipts/${sold.number}/paper`), line: { ...(await ask(house, market.till, tillHome, {})).sales[0], number: '', at: '' } });
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]!.page).toContain('12,500');
  // Row-level security says the same: the till's own login reads its sales, and nothing of who paid or from where.
  const reads = (table: string) => inTransaction(house.app, beginFor(market.till), async (tx) => (await (tx as never as { selectFrom(t: string): { selectAll(): { execute(): Promise<unknown[]> } } }).selectFrom(table).selectAll().execute()).length);
  expect([await reads('currency.payment') > 0, await reads('currency.payment_of'), await reads('currency.payment_leg'), await reads('currency.card'), await reads('currency.aid')]).toEqual([true, 0, 0, 0, 0]);
});

it('on a phone without script: the square opens the sale at a till, and for anybody else only whose card it is not', async () => {
  const web = await openWeb(hub.world);
  const her = await holder();
  const at = `/k/${her.code}`;
  for (const lang of ['ar', 'fr', 'en']) {
    const found = await web.get(`${at}?lang=${lang}`);
    const text = await found.text();
    expect([found.status, found.headers.get('cache-control'), text.includes('name="pin"'), text.includes('120'), text.includes('<script')]).toEqual([200, 'no-store', false, false, false]);
  }
  const form = await (await web.get(`${at}?lang=fr`, shop.till)).text();
  expect([form.includes('name="pin"'), form.includes('name="amount"'), form.includes('120')]).toEqual([true, true, false]);
  const key = newId();
  const send = async (fields: Record<string, string>, address = at) => { const answer = await web.send(`${address}?lang=fr`, { amount: '7', category: 'food', ...fields }, shop.till, address); return { status: answer.status, text: await answer.text() }; };
  const wrong = await send({ pin: '1234', _key: newId() });
  expect([wrong.status, wrong.text.includes('Il reste 2 essais'), wrong.text.includes('value="7"'), wrong.text.includes('1234')]).toEqual([200, true, true, false]);
  const paid = await send({ pin: '2580', _key: key });
  expect([paid.status, ...['مدفوع', 'Payé', 'Paid', '7,000'].map((word) => paid.text.includes(word))]).toEqual([200, true, true, true, true]);
  const again = await send({ pin: '2580', _key: key });
  const numberOf = (text: string) => /receipts\/([A-Z0-9]{8})/.exec(text)![1];
  expect([again.status, numberOf(again.text), await left(her.person)]).toEqual([200, numberOf(paid.text), [113_000]]);
  const odd = await send({ pin: '2580', amount: '0', card: her.number }, '/till');
  expect([odd.status, odd.text.includes('href="#f-amount"'), odd.text.includes('2580')]).toEqual([422, true, false]);
  const much = await send({ pin: '2580', amount: '400', card: her.number }, '/till');
  expect([much.status, much.text.includes('value="400"'), /113|reste/u.test(much.text.replace(/<footer[\s\S]*$/u, ''))]).toEqual([422, true, false]);
  const { number } = await act(hub.world.house, shop.till, askPayment, { amount: '3', category: 'food' } as never);
  expect(await (await web.get(`/till/asked/${number}?lang=fr`, shop.till)).text()).toContain('class="qr"');
  const byPhone = await web.send(`/p/${number}?lang=fr`, { card: her.number, pin: '2580' }, null, `/p/${number}`);
  expect([byPhone.status, (await byPhone.text()).includes('Payé')]).toEqual([200, true]);
  expect(await (await web.get(`/till/asked/${number}?lang=fr`, shop.till)).text()).toContain('Payé');
  await expect(ask(hub.world.house, visitor(hub.world.network), tillHome, {})).rejects.toMatchObject({ code: 'core.sign-in-first' });
  await expect(ask(hub.world.house, await hub.world.as('merchant', { scope: 'org', organization: hub.funder }), tillHome, {})).rejects.toThrow(NotFound);
});

// The last one: from here on every shop of the hub takes euros too.
it('a till of two currencies begins with that of its last sale, so that a sale stays three taps', async () => {
  const { world: { house }, manager, supervisor } = hub;
  await act(house, manager, openInstrument, { kind: 'currency', names: { fr: 'Euro du marché' }, code: `eur-${newId().slice(-10)}`, currency: 'EUR' } as never);
  const market = await openShop(hub);
  await act(house, supervisor, changeTerms, { merchant: market.merchant, categories: ['food', 'hygiene'], currency: 'EUR', sale: '50', day: '500' } as never);
  const her = await holder();
  const web = await openWeb(hub.world);
  const chosen = async (address: string) => /<option[^>]*value="(\w{3})"[^>]*selected|<option[^>]*selected[^>]*value="(\w{3})"/u.exec(await (await web.get(address, market.till)).text())?.slice(1).find(Boolean);
  const pages = ['/till', '/till/ask', `/k/${her.code}`];
  expect(await Promise.all(pages.map(chosen))).toEqual(['EUR', 'EUR', 'EUR']);
  const sold = await web.send(`/k/${her.code}`, { amount: '3', category: 'food', currency: 'TND', pin: '2580' }, market.till);
  expect([sold.status, await Promise.all(pages.map(chosen))]).toEqual([200, ['TND', 'TND', 'TND']]);
  const wrong = await web.send('/till', { amount: '3', category: 'food', currency: 'EUR', card: her.number, pin: '2580' }, market.till);
  expect([wrong.status, /value="EUR"[^>]*selected|selected[^>]*value="EUR"/u.test(await wrong.text())]).toEqual([422, true]);
});
