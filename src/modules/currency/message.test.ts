import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { openOutbound } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { inboundMessages } from '#apps/api/inbound-message.ts';
import { openLog } from '#apps/log.ts';
import { proveLedger } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard, openShop, type Shop } from '#tests/fixtures/paying.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveCard } from './card/give-card.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { categories } from './codes.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { confirmPrice } from './message/confirm-price.ts';
import { readCommand } from './message/read-command.ts';
import { receiveMessage } from './message/receive-message.ts';
import { type Answer, isGsm, lengthOf, MOST, smsText } from './message/sms-text.ts';
import { phoneSheet } from './message/phone-sheet.query.ts';
import { tiePhone, untiePhone } from './message/tie-phone.ts';
import { tillHome } from './till/till-home.query.ts';

let hub: AidHub;
let shop: Shop;
let code: string;
let programme: string;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub, ['food']); programme = await hub.funded('5000'); code = await codeOf(shop); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const codeOf = async ({ merchant }: Shop) => String((await ownerQuery<{ code: number }>(hub.world.house, 'select code from currency.merchant where id = $1', [merchant]))[0]!.code);
let lines = 20_000_000;
/** Somebody with 120 dinars, a card, and a telephone tied to it. */
async function caller(lang: 'ar' | 'fr' | 'en' = 'fr', more: Record<string, unknown> = {}) {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  const held = await giveReadyCard(hub, person, more);
  const phone = `+216${(lines += 1_234)}`;
  await act(hub.world.house, hub.officer, tiePhone, { person, phone, lang, agreed: 'on' } as never);
  return { person, phone, ...held };
}
const say = async (from: string, text: string, id = newId()) => (await receiveMessage(hub.world.house, { network: hub.world.network, country: 'TN' }, { id, from, text })).text;
const left = async (person: string) => (await ask(hub.world.house, hub.officer, holderSheet, { person })).wallets.map(({ free }) => free);
const askedNumber = (reply: string) => /\b[CcتT] ?(\d{3})\b/u.exec(reply)?.[1] ?? /ت (\d{3})/u.exec(reply)![1]!;

describe('a telephone tied to a card', () => {
  it('reads what is left and pays in two messages; the price is told before, the code stands in the last one alone', async () => {
    const her = await caller();
    expect(await say(her.phone, 'S 2580')).toMatch(/^Il reste 120\.000 TND, le premier montant jusqu'au \d{4}-\d\d-\d\d\. Effacez votre message\.$/u);
    const asked = await say(her.phone, `P ${code} 12,5`);
    expect(asked).toMatch(/^Épicerie Hached .* : 12\.500 TND\. Pour payer, envoyez C \d{3} et votre code/u);
    expect(await left(her.person)).toEqual([120_000]);
    const paid = await say(her.phone, `c ${askedNumber(asked)} 2580`);
    const [, receipt] = /^Payé 12\.500 TND\. Recu ([A-Z0-9]{4}-[A-Z0-9]{4})\./u.exec(paid)!;
    expect(await left(her.person)).toEqual([107_500]);
    expect((await ask(hub.world.house, shop.till, tillHome, {})).sales.some(({ number }) => number === receipt!.replace('-', ''))).toBe(true);
    const [row] = await ownerQuery<{ means: string; person_id: string }>(hub.world.house, 'select o.means, o.person_id from currency.payment_of o join currency.payment p on p.id = o.payment_id where p.number = $1', [receipt!.replace('-', '')]);
    expect(row).toEqual({ means: 'message', person_id: her.person });
  });

  it('speaks Arabic with its digits, English, and one letter', async () => {
    const her = await caller('ar');
    expect(await say(her.phone, 'رصيد ٢٥٨٠')).toMatch(/^الباقي 120\.000 TND/u);
    const asked = await say(her.phone, `ادفع ${code} ٧٫٢٥`);
    expect(asked).toMatch(/^دكان حشاد: 7\.250 TND\./u);
    expect(await say(her.phone, `تأكيد ${askedNumber(asked)} ٢٥٨٠`)).toContain('7.250 TND');
    const again = await say(her.phone, `د ${code} 1`);
    expect(await say(her.phone, `ت ${askedNumber(again)} 2580`)).toContain('1.000 TND');
    expect(await left(her.person)).toEqual([111_750]);
    const english = await caller('en');
    expect(await say(english.phone, 'Balance 2580')).toMatch(/^Left: 120\.000 TND/u);
  });

  it('a message brought twice, also at once, is done once and answered the same; a no stays a no', async () => {
    const her = await caller();
    const asked = await say(her.phone, `pay ${code} 20`);
    const id = newId();
    const confirm = `C ${askedNumber(asked)} 2580`;
    const told = await Promise.all([1, 2, 3].map(() => say(her.phone, confirm, id)));
    expect(new Set(told).size).toBe(1);
    expect(await say(her.phone, confirm, id)).toBe(told[0]);
    expect(await say(her.phone, confirm)).toMatch(/déjà payé/u);
    expect(await left(her.person)).toEqual([100_000]);
    const much = await say(her.phone, `P ${code} 150`);
    const refused = newId();
    const again = () => say(her.phone, `C ${askedNumber(much)} 2580`, refused);
    expect(await again()).toMatch(/ne suffit pas/u);
    await hub.grant(await hub.funded('1000'), [her.person]);
    expect(await again()).toMatch(/ne suffit pas/u);
    expect((await left(her.person)).reduce((sum, each) => sum + each, 0)).toBe(220_000);
  });

  it('wrong digits count to the lock, and a lost card is stopped by one word', async () => {
    const her = await caller('en');
    expect([await say(her.phone, 'B 1111'), await say(her.phone, 'B 2222')]).toEqual(['Wrong code. Nothing was paid. Tries left: 2.', 'Wrong code. Nothing was paid. Tries left: 1.']);
    const asked = await say(her.phone, `P ${code} 5`);
    expect(await say(her.phone, `C ${askedNumber(asked)} 3333`)).toMatch(/^The card is locked/u);
    for (const each of ['B 2580', `P ${code} 5`, `C ${askedNumber(asked)} 2580`]) expect(await say(her.phone, each)).toMatch(/^The card is locked/u);
    expect(await left(her.person)).toEqual([120_000]);
    const other = await caller('ar');
    const id = newId();
    expect(await say(other.phone, 'ضاعت', id)).toBe(smsText({ answer: 'lost' }, 'ar'));
    expect(await say(other.phone, 'ضاعت', id)).toBe(smsText({ answer: 'lost' }, 'ar'));
    expect(await say(other.phone, 'ر 2580')).toBe(smsText({ answer: 'no_card' }, 'ar'));
    expect((await ask(hub.world.house, hub.officer, holderSheet, { person: other.person })).card).toMatchObject({ state: 'lost' });
    // The next card pays from the same telephone.
    await giveReadyCard(hub, other.person);
    expect(await say(other.phone, 'ر 2580')).toMatch(/120\.000/u);
  });

  it('every no of a shop or a price is one line', async () => {
    const { world: { house } } = hub;
    const her = await caller('en', { day: '30' });
    const is = (answer: Answer['answer']) => smsText({ answer } as Answer, 'en');
    expect(await say(her.phone, 'P 99999 5')).toBe(is('no_shop'));
    expect(await say(her.phone, `P ${code} 5 alcohol`)).toBe(is('never'));
    expect(await say(her.phone, `P ${code} 5 school supplies`)).toBe(is('category'));
    expect(await say(her.phone, `P ${code} 501`)).toBe(is('above'));
    expect(await say(her.phone, `P ${code} 0`)).toBe(is('amount'));
    expect(await say(her.phone, 'C 999 2580')).toBe(is('no_request'));
    const dear = await say(her.phone, `P ${code} 31`);
    expect(await say(her.phone, `C ${askedNumber(dear)} 2580`)).toBe(is('day'));
    const late = askedNumber(await say(her.phone, `P ${code} 5`));
    await ownerQuery(house, `update currency.pay_request r set made_at = r.made_at - interval '9 minutes', until_at = r.until_at - interval '9 minutes' from currency.message_request m where m.request_id = r.id and m.number = $1 and m.network_id = $2`, [late, hub.world.network]);
    expect(await say(her.phone, `C ${late} 2580`)).toBe(is('too_late'));
    const several = await openShop(hub, ['food', 'school']);
    const other = await codeOf(several);
    expect(await say(her.phone, `P ${other} 5`)).toBe('What do you buy? Send the same again with its number: 1 Food 4 School supplies');
    const books = await say(her.phone, `P ${other} 5 4`);
    expect(await say(her.phone, `C ${askedNumber(books)} 2580`)).toBe(is('category'));
    await act(house, hub.supervisor, suspendMerchant, { merchant: several.merchant, why: 'Plainte' } as never);
    expect(await say(her.phone, `P ${other} 5 1`)).toBe(is('shop_stopped'));
    for (const [text, why] of [['bonjour', 'unclear_word'], ['B', 'unclear_balance'], ['B 12', 'unclear_balance'], ['P 101', 'unclear_pay'], ['P abc 5', 'unclear_pay'], ['P 101 -5', 'unclear_pay'], ['C 2580', 'unclear_confirm']] as const) expect([text, await say(her.phone, text)]).toEqual([text, is(why)]);
    expect(await left(her.person)).toEqual([120_000]);
    expect((await inTransaction(house.app, beginFor({ ...visitor(hub.world.network), app: 'job' }, { jobHubs: [hub.world.hub] }), (tx) => proveLedger(tx as never, hub.world.network, hub.instrument))).faults).toEqual([]);
  });

  it('when she is forced, the other digits tell a small amount and pay no more than it', async () => {
    const her = await caller('en');
    expect(await say(her.phone, 'B 1379')).toMatch(/^Left: 10\.000 TND, the first until/u);
    const much = await say(her.phone, `P ${code} 10.5`);
    expect(await say(her.phone, `C ${askedNumber(much)} 1379`)).toBe(smsText({ answer: 'not_enough' }, 'en'));
    const little = await say(her.phone, `P ${code} 4`);
    expect(await say(her.phone, `C ${askedNumber(little)} 1379`)).toMatch(/^Paid 4\.000/u);
    expect([await say(her.phone, 'B 1379'), await say(her.phone, 'B 2580')].map((text) => text.slice(0, 18))).toEqual(['Left: 6.000 TND, t', 'Left: 116.000 TND,']);
    const rows = await ownerQuery<{ row: string }>(hub.world.house, `select e.body::text || e.name as row from core.event e where e.network_id = $1 and e.name like 'currency.message%'`, [hub.world.network]);
    expect(rows.some(({ row }) => /forced|duress|1379|2580/u.test(row))).toBe(false);
  });

  it('is tied at the desk, by her wish, to one card; its number is kept nowhere', async () => {
    const { world: { house, network }, officer } = hub;
    const her = await caller();
    const person = await hub.person();
    const tie = (more: Record<string, unknown> = {}, by: Actor = officer) => act(house, by, tiePhone, { person, phone: '20 555 123', lang: 'ar', agreed: 'on', ...more } as never);
    await expect(tie({ agreed: '' })).rejects.toMatchObject(no('phone-not-agreed'));
    await expect(tie({ phone: '12' })).rejects.toMatchObject({ ...no('phone-odd'), field: 'phone' });
    await expect(tie()).rejects.toMatchObject(no('phone-no-card'));
    await act(house, officer, giveCard, { person } as never);
    await expect(tie({ phone: her.phone })).rejects.toMatchObject(no('phone-taken'));
    await tie({ phone: '٢٠ ٥٥٥ ١٢٣' });
    expect(await ask(house, officer, phoneSheet, { person })).toMatchObject({ phone: { ending: '23', lang: 'ar' }, card: true });
    // Waiting for its digits, the card pays nothing.
    expect(await say('0021620555123', 'ر 2580')).toBe(smsText({ answer: 'locked' }, 'ar'));
    const rows = await ownerQuery<{ row: string }>(house, `select m::text as row from currency.message_phone m where network_id = $1 union all select e::text from core.event e where network_id = $1 union all select c::text from core.command c where network_id = $1`, [network]);
    expect(rows.length).toBeGreaterThan(5);
    for (const number of ['20555123', her.phone.slice(4)]) expect(rows.some(({ row }) => row.includes(number))).toBe(false);
    await act(house, officer, untiePhone, { person });
    await expect(act(house, officer, untiePhone, { person })).rejects.toMatchObject(no('phone-none'));
    expect(await say('+21620555123', 'رصيد 2580')).toBe(smsText({ answer: 'stranger' }, 'ar'));
    expect([await say('+21699888777', 'balance 2580'), await say('spam', 'solde 1')]).toEqual([smsText({ answer: 'stranger' }, 'en'), smsText({ answer: 'stranger' }, 'fr')]);
    const stranger = await (await hub.world.secondHub()).as('desk_officer');
    await expect(tie({}, stranger)).rejects.toThrow('not-found');
    const web = await openWeb(hub.world);
    for (const lang of ['ar', 'fr', 'en']) {
      const page = await web.get(`/people/${her.person}/means/phone?lang=${lang}`, officer);
      expect([page.status, (await page.text()).includes(`…${her.phone.slice(-2)}`)]).toEqual([200, true]);
    }
    const sent = await web.send(`/people/${her.person}/means/phone`, { phone: '20 555 124', lang: 'fr' }, officer);
    const text = await sent.text();
    expect([sent.status, text.includes('value="20 555 124"')]).toEqual([422, true]);
  });

  it('only the house speaks for a telephone: no caller of the API does, and no card of another', async () => {
    const { world: { house, network } } = hub;
    const her = await caller();
    const [row] = await ownerQuery<{ hash: string; phone: string }>(house, `select encode(c.hash, 'hex') as hash, p.id as phone from currency.card c join currency.message_phone p on p.person_id = c.person_id where c.id = $1`, [her.card]);
    for (const actor of [visitor(network), hub.officer, shop.till]) await expect(act(house, actor, confirmPrice, { phone: row!.phone, card: row!.hash, asked: 'ACDEFHJK', pin: '2580' })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('what is sent', () => {
  it('fits one message in every language, in the alphabet of old telephones outside Arabic, and names neither aid nor anybody', () => {
    const long = { fr: 'Épicerie générale « Chez les sœurs Œuvrard » — alimentation, ménage, hygiène et presse du vieux marché de la Médina', ar: 'بقالة الحي الكبرى للمواد الغذائية والتنظيف وكل ما يلزم البيت في ساحة المدينة العتيقة' };
    const plain = ['lost', 'locked', 'unclear_word', 'unclear_balance', 'unclear_pay', 'unclear_confirm', 'stranger', 'no_card', 'no_shop', 'shop_stopped', 'never', 'category', 'over', 'not_enough', 'day', 'above', 'amount', 'currency', 'no_request', 'paid_before', 'too_late'] as const;
    const answers: Answer[] = [
      ...plain.map((answer) => ({ answer })), { answer: 'wrong', left: 2 }, { answer: 'wrong', left: 0 }, { answer: 'what', offered: categories }, { answer: 'paid', amount: 9_999_999, currency: 'TND', receipt: 'ACDEFHJK' },
      { answer: 'balance', sums: [{ amount: 9_999_999, currency: 'TND' }], until: '2026-12-31' }, { answer: 'balance', sums: [{ amount: 0, currency: 'EUR' }], until: null }, { answer: 'balance', sums: [], until: null },
      { answer: 'ask', shop: long, code: '101', amount: 9_999_999, currency: 'TND', number: '412' }, { answer: 'ask', shop: { ar: long.ar }, code: '101', amount: 1, currency: 'JOD', number: '412' },
    ];
    for (const lang of ['ar', 'fr', 'en'] as const) {
      for (const answer of answers) {
        const text = smsText(answer, lang);
        expect([lang, answer.answer, text, lengthOf(text, lang) <= MOST[lang], lang === 'ar' || isGsm(text), /[\u2066-\u2069\u200e\u200f\u00a0\u202f{}]/u.test(text), /\baid(es?)?\b|مساعد|إعانة|programme/iu.test(text)]).toEqual([lang, answer.answer, text, true, true, false, false]);
      }
    }
    expect(smsText({ answer: 'ask', shop: { ar: long.ar }, code: '101', amount: 1_000, currency: 'TND', number: '412' }, 'fr')).toMatch(/^101 : 1\.000 TND/u);
    expect([isGsm('é'), isGsm('ê'), isGsm('ç'), isGsm('ع'), lengthOf('€', 'fr')]).toEqual([true, false, false, false, 2]);
  });

  it('is read as people type it', () => {
    const pay = { command: 'pay', shop: '101', amount: '12.5', what: null, currency: null };
    for (const typed of ['p 101 12.5', 'PAYER 101 12,5', 'ادفع ١٠١ ١٢٫٥', '  pay   101  12.5 ', 'د ۱۰۱ ۱۲٫۵']) expect([typed, readCommand(typed)]).toEqual([typed, pay]);
    expect(readCommand('P*101*12.5#')).toEqual(pay);
    expect([readCommand('p 101 5 3'), readCommand('p 101 5 hygiène EUR'), readCommand('د 101 5 نظافة')]).toMatchObject([{ what: 'children' }, { what: 'hygiene', currency: 'EUR' }, { what: 'hygiene' }]);
    expect([readCommand('أكد 412 ٢٥٨٠'), readCommand('PERDUE'), readCommand('ضائعة'), readCommand('')]).toEqual([{ command: 'confirm', number: '412', pin: '2580' }, { command: 'lost' }, { command: 'lost' }, { command: 'unclear', why: 'word' }]);
  });
});

describe('the door of a gateway', () => {
  const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  const door = (settings: Record<string, string>, outbound = openOutbound()) => new Hono().post('/api/messages', inboundMessages({ house: { ...hub.world.house, outbound }, home: { network: hub.world.network, country: 'TN', demo: false }, log: openLog() } as never, settings));
  /** A gateway that exists only here: it signs as the standard says, by hand. */
  const bring = async (app: Hono, fields: object, { id = newId(), at = Math.floor(Date.now() / 1_000), key = Buffer.alloc(32, 5), ...told }: { id?: string; at?: number; key?: Buffer; body?: string; signed?: string } = {}) => {
    const body = told.body ?? JSON.stringify(fields);
    const signed = told.signed ?? body;
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${at}.${signed}`).digest('base64')}`;
    const answer = await app.request('/api/messages', { method: 'POST', body, headers: { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,AAAA ${signature}` } });
    return { status: answer.status, body: (await answer.json()) as { reply?: string | null; title?: string } };
  };

  it('hears what is signed, fresh and whole, and nothing else', async () => {
    const her = await caller('en');
    const app = door({ SMS_GATEWAY_SECRET: secret });
    const message = { from: her.phone, text: 'B 2580', channel: 'ussd' };
    expect(await bring(app, message)).toMatchObject({ status: 200, body: { reply: expect.stringMatching(/^Left: 120/u) } });
    const now = Math.floor(Date.now() / 1_000);
    for (const wrong of [{ key: Buffer.alloc(32, 6) }, { at: now - 301 }, { at: now + 301 }, { signed: '{}' }, { id: '' }]) expect(await bring(app, message, wrong)).toMatchObject({ status: 401 });
    expect((await bring(app, {}, { body: 'not json' })).status).toBe(422);
    expect((await bring(app, { text: 'B' })).status).toBe(422);
    expect((await bring(door({}), message)).status).toBe(404);
    // The same name for another message: told, and nothing done.
    const id = newId();
    const price = (amount: string) => bring(app, { ...message, text: `P ${code} ${amount}` }, { id });
    expect([(await price('5')).status, (await price('6')).status]).toEqual([200, 409]);
    const many = door({ SMS_GATEWAY_SECRET: secret });
    for (let n = 0; n < 30; n++) await bring(many, { from: 'nobody', text: 'x' });
    expect((await bring(many, { from: 'nobody', text: 'x' })).status).toBe(429);
  });

  it('answers a text message by the gateway of the house; an answer that did not leave is brought again and pays once', async () => {
    const her = await caller('en');
    const sent: { to: string; text: string }[] = [];
    let away = false;
    const outbound = { check: async () => null, send: async (_: string, { body }: { body?: string }) => { if (away) return { status: 503 }; sent.push(JSON.parse(body!)); return { status: 200 }; } };
    const app = door({ SMS_GATEWAY_SECRET: secret, SMS_GATEWAY_URL: 'https://gateway.example/send' }, outbound as never);
    expect(await bring(app, { from: her.phone, text: `P ${code} 9` })).toMatchObject({ status: 200, body: { reply: null } });
    expect(sent[0]).toMatchObject({ to: her.phone, text: expect.stringContaining('9.000 TND') });
    const id = newId();
    const confirm = () => bring(app, { from: her.phone, text: `C ${askedNumber(sent[0]!.text)} 2580` }, { id });
    away = true;
    expect((await confirm()).status).toBe(503);
    away = false;
    expect((await confirm()).status).toBe(200);
    expect(sent[1]!.text).toMatch(/^Paid 9\.000 TND/u);
    expect(await left(her.person)).toEqual([111_000]);
  });
});
