import { beforeAll, expect, it } from 'vitest';
import { refusalText } from '#apps/explain.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { postHold, reserve, reverseTransfer, transfer } from '#modules/ledger/public.ts';
import { suspendAgreement } from '#modules/network/agreement/end-agreement.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { agreementWith, appliedShop, asJob, openShop, sale, walletsOf } from '#tests/fixtures/shops.ts';
import { alertList } from './alert/alert-list.query.ts';
import { lookThroughSales } from './alert/look-through-sales.ts';
import { settleAlert } from './alert/settle-alert.ts';
import type { Category } from './codes.ts';
import { openInstrument } from './instrument/open-instrument.ts';
import { changeTerms, openTill, tieAgreement } from './merchant/admit-merchant.ts';
import { merchantRefusals, merchantTakes } from './merchant/merchant-takes.ts';
import { merchantSheet } from './merchant/merchant-sheet.query.ts';
import { receiveApplication } from './merchant/receive-application.ts';
import { sayTie } from './merchant/say-tie.ts';
import { exitMerchant, resumeMerchant, suspendMerchant } from './merchant/stop-merchant.ts';

let hub: AidHub;
beforeAll(async () => { hub = await openAidHub(); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
/** What a shop's side says to a sale on a day of the calendar, asked by its own till. */
const says = (shop: { merchant: string; till: Parameters<typeof beginFor>[0] }, category: string = 'food', more: Record<string, unknown> = {}) =>
  inTransaction(hub.world.house.app, beginFor(shop.till), (tx) => merchantTakes(tx, hub.world.network, shop.merchant, { category: category as Category, day: dayAtHub(), ...more }));

it('nobody takes payments before every party has signed, nor after: suspended, past its last day, gone; each no is explained in three languages', async () => {
  const { world: { house }, manager, supervisor } = hub;
  const shop = await appliedShop(hub);
  const of = { merchant: shop.merchant };
  const open = (more: Record<string, unknown> = {}) => act(house, manager, openTill, { ...of, currency: 'TND', sale: '60', day: '100', ...more } as never);
  await expect(act(house, supervisor, receiveApplication, { organization: shop.organization, categories: ['food'] } as never)).rejects.toMatchObject(no('applied-already'));
  await expect(act(house, manager, receiveApplication, { organization: hub.funder, categories: ['food'], opens_at: '19:00', closes_at: '08:00' } as never)).rejects.toMatchObject(no('hours-odd'));
  await expect(act(house, manager, receiveApplication, { organization: hub.funder, categories: ['alcohol'] } as never)).rejects.toMatchObject({ problems: [expect.objectContaining({ code: 'choose-one' })] });
  expect(await says(shop)).toBe('no-merchant');
  // Signed by one party only is not in force (rule 11).
  await agreementWith(hub, shop.organization, { all: false });
  await expect(act(house, manager, tieAgreement, of)).rejects.toMatchObject(no('no-agreement'));
  const agreement = await agreementWith(hub, shop.organization, { days: 10 });
  await expect(open()).rejects.toMatchObject(no('wrong-step'));
  await act(house, manager, tieAgreement, of);
  expect(await says(shop)).toBe('no-merchant');
  await expect(open({ sale: '0' })).rejects.toMatchObject(no('amount-odd'));
  await expect(open({ day: '59' })).rejects.toMatchObject(no('day-below-sale'));
  await open();
  await expect(open()).rejects.toMatchObject(no('wrong-step'));
  expect([await says(shop), await says(shop, 'school'), await says(shop, 'alcohol'), await says(shop, 'food', { day: dayAtHub(10) }), await says(shop, 'food', { day: dayAtHub(11) })]).toEqual([null, 'category-not-sold', null, null, 'agreement-over']);
  // A suspended agreement closes the right with it, though the shop itself was not touched.
  await act(house, manager, suspendAgreement, { agreement });
  expect(await says(shop)).toBe('agreement-over');
  for (const code of [...merchantRefusals, 'own-suspension', 'balance-left', 'own-claim', 'own-settlement', 'bank-differs']) {
    const said = (['ar', 'fr', 'en'] as const).map((lang) => refusalText(new Refusal(`currency.${code}`), { locale: localeOf(lang, 'TN'), terms: {} }));
    expect([code, new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([code, 3, true]);
  }
});

it('limits of a sale and of a day are those of the agreement, and what was given back is free again', async () => {
  const { world: { house }, manager, supervisor } = hub;
  const shop = await openShop(hub);
  const programme = await hub.funded();
  await hub.grant(programme, [await hub.person()]);
  const [aid] = await walletsOf(hub, programme) as [string];
  const asks = (amount: number) => says(shop, 'food', { amount, currency: 'TND' });
  expect([await asks(60_000), await asks(60_001)]).toEqual([null, 'sale-above-limit']);
  const number = await sale(hub, shop, aid, 55_000);
  expect([await asks(45_000), await asks(45_001)]).toEqual([null, 'day-above-limit']);
  await asJob(hub, (asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: number, amount: 10_000 }));
  expect([await asks(55_000), await asks(55_001)]).toEqual([null, 'day-above-limit']);
  const terms = { merchant: shop.merchant, categories: ['food'], opens_at: '08:00', closes_at: '19:30', currency: 'TND', sale: '20', day: '70' };
  await expect(act(house, supervisor, changeTerms, { ...terms, closes_at: undefined } as never)).rejects.toMatchObject(no('hours-odd'));
  await act(house, supervisor, changeTerms, terms as never);
  expect([await asks(20_000), await asks(20_001), await says(shop, 'hygiene')]).toEqual([null, 'sale-above-limit', 'category-not-sold']);
  expect(await ask(house, hub.officer, merchantSheet, { merchant: shop.merchant })).toMatchObject({ opensAt: '08:00', closesAt: '19:30', money: [{ currency: 'TND', free: 45_000, claimed: 0, limits: { sale: 20_000, day: 70_000 } }] });
  // A new instrument has the shop's account at once.
  const { instrument } = await act(house, manager, openInstrument, { kind: 'currency', names: { fr: 'Monnaie' }, code: `c-${newId().slice(-9)}`, currency: 'TND' } as never);
  expect(await ownerQuery(house, 'select 1 as there from currency.merchant_account where merchant_id = $1 and instrument_id = $2', [shop.merchant, instrument])).toHaveLength(1);
});

it('suspended stops at once, by the ledger too; somebody else lets it go on; who is owed something does not leave', async () => {
  const { world: { house }, manager, supervisor } = hub;
  const shop = await openShop(hub);
  const of = { merchant: shop.merchant };
  const programme = await hub.funded();
  await hub.grant(programme, [await hub.person()]);
  const [aid] = await walletsOf(hub, programme) as [string];
  await sale(hub, shop, aid, 5_000);
  await expect(act(house, supervisor, exitMerchant, { ...of, why: 'Ferme' })).rejects.toMatchObject(no('balance-left'));
  // What was refused changed nothing: it takes payments still.
  await sale(hub, shop, aid, 1_000);
  await expect(act(house, supervisor, suspendMerchant, { ...of, why: 'x' })).rejects.toMatchObject(no('why-too-short'));
  await act(house, supervisor, suspendMerchant, { ...of, why: 'Prix affichés deux fois' });
  expect(await says(shop)).toBe('merchant-suspended');
  // Between a till's question and its payment: the ledger refuses as well.
  await expect(sale(hub, shop, aid, 1_000)).rejects.toMatchObject({ code: 'ledger.not-receiving' });
  await expect(act(house, supervisor, resumeMerchant, of)).rejects.toMatchObject(no('own-suspension'));
  await act(house, manager, resumeMerchant, of);
  expect(await says(shop)).toBe(null);
  await expect(act(house, manager, resumeMerchant, of)).rejects.toMatchObject(no('wrong-step'));
  const other = await openShop(hub);
  await act(house, manager, exitMerchant, { merchant: other.merchant, why: 'Ferme sa porte' });
  expect(await says(other)).toBe('no-merchant');
  await expect(sale(hub, other, aid, 1_000)).rejects.toMatchObject({ code: 'ledger.not-receiving' });
  await expect(act(house, manager, exitMerchant, { merchant: other.merchant, why: 'Encore' })).rejects.toMatchObject(no('wrong-step'));
  const far = await hub.world.secondHub();
  await expect(act(house, await far.as('hub_manager'), suspendMerchant, { ...of, why: 'Ailleurs' })).rejects.toThrow(NotFound);
  await expect(act(house, shop.till, suspendMerchant, { ...of, why: 'Soi-même' })).rejects.toMatchObject({ code: 'core.role-missing' });
  await act(house, supervisor, sayTie, of);
  await expect(act(house, manager, sayTie, { ...of, colleague: supervisor.account } as never)).rejects.toMatchObject(no('tie-said'));
});

it('patterns in a day of sales are told without names, once, and a quiet shop is told of nothing', async () => {
  const { world: { house, network }, supervisor } = hub;
  const [loud, quiet] = [await openShop(hub, { opens_at: '00:00', closes_at: '00:01' }, { sale: '10', day: '500' }), await openShop(hub)];
  const programme = await hub.funded();
  const persons = [await hub.person(), await hub.person(), await hub.person()];
  await hub.grant(programme, persons);
  const [one, two, three] = await walletsOf(hub, programme) as [string, string, string];
  for (let n = 0; n < 7; n++) await sale(hub, loud, one, 9_000);
  await sale(hub, loud, two, 120_000);
  await sale(hub, quiet, three, 8_000);
  await sale(hub, quiet, three, 7_000);
  const job = jobOf(network);
  expect((await act(house, job, lookThroughSales, { day: dayAtHub(-1) } as never)).alerts).toBe(0);
  await act(house, job, lookThroughSales, { day: dayAtHub() } as never);
  await act(house, job, lookThroughSales, { day: dayAtHub() } as never);
  const { alerts } = await ask(house, supervisor, alertList, {});
  const about = (merchant: string) => alerts.filter((each) => each.merchant === merchant).map(({ kind, times, amount }) => [kind, times, amount]).sort();
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: 'Africa/Tunis', hour: 'numeric', hourCycle: 'h23' }).format(new Date()));
  expect(about(loud.merchant)).toEqual([...(hour === 0 ? [] : [['closed_hours', 8, 183_000]]), ['emptied', 1, 120_000], ['few_wallets', 8, 183_000], ['often', 7, 63_000], ['split', 7, 63_000]]);
  expect(about(quiet.merchant)).toEqual([]);
  const first = alerts.find(({ merchant }) => merchant === loud.merchant)!;
  await act(house, supervisor, settleAlert, { alert: first.id, outcome: 'Parlé avec la boutique' });
  await expect(act(house, supervisor, settleAlert, { alert: first.id, outcome: 'Encore' })).rejects.toMatchObject(no('settled-already'));
  const rows = await ownerQuery<{ row: string }>(house, 'select a::text as row from currency.alert a where merchant_id = $1', [loud.merchant]);
  for (const person of [...persons, one, two]) expect(rows.some(({ row }) => row.includes(person))).toBe(false);
});

it('from an application to an open till by the pages of the desk and the manager, at 360 px as on paper', async () => {
  const web = await openWeb(hub.world);
  const { officer, manager, supervisor, treasurer } = hub;
  const sent = async (address: string, fields: Record<string, string>, actor: typeof officer, from = address) => {
    const answer = await web.send(address, fields, actor, from);
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 303 ? '' : await answer.text() };
  };
  const shown = async (address: string, actor: typeof officer, lang = 'fr') => {
    const answer = await web.get(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`, actor);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer.text();
  };
  const { organization } = await appliedShop(hub);
  const again = await sent('/aid/merchants/new', { organization, categories: 'food', opens_at: '08:00', closes_at: '19:00' }, officer);
  expect([again.status, again.text.includes('href="#f-organization"'), again.text.includes('value="08:00"')]).toEqual([422, true, true]);
  const shop = await appliedShop(hub);
  const at = `/aid/merchants/${shop.merchant}`;
  expect(await shown(at, officer)).toContain('Aucune convention de commerçant');
  await agreementWith(hub, shop.organization);
  expect((await sent(`${at}/agreement`, {}, supervisor, at)).to).toBe(at);
  const odd = await sent(`${at}/open`, { currency: 'TND', sale: '80', day: '20' }, supervisor, at);
  expect([odd.status, odd.text.includes('href="#f-day"'), odd.text.includes('value="80"')]).toEqual([422, true, true]);
  expect((await sent(`${at}/open`, { currency: 'TND', sale: '20', day: '80' }, supervisor, at)).to).toBe(at);
  expect(await shown(at, supervisor)).toContain('value="20.000"');
  for (const lang of ['ar', 'fr', 'en']) for (const [address, actor] of [['/aid/merchants', treasurer], [at, manager], ['/aid/claims', treasurer], ['/aid/alerts', supervisor], ['/shop', shop.till], [`/shop/${shop.merchant}/day`, shop.till], [`/shop/${shop.merchant}/day/paper`, shop.till]] as const) {
    const page = await shown(address, actor, lang);
    expect([address, !address.endsWith('paper') && page.includes('<script src'), page.includes('undefined')]).toEqual([address, false, false]);
  }
  expect((await web.get('/aid/merchants', shop.till)).status).toBe(404);
  expect((await web.get(`/shop/${(await appliedShop(hub)).merchant}/day`, shop.till)).status).toBe(404);
  expect(await shown('/shop', shop.till, 'ar')).toContain('مستحق لكم');
}, 60_000);

it('the bound of a day counts sales and what was given back: neither what a claim takes away and brings back, nor what was taken the day before', async () => {
  const shop = await openShop(hub);
  const programme = await hub.funded();
  await hub.grant(programme, [await hub.person()]);
  const [aid] = await walletsOf(hub, programme) as [string];
  const [account] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.merchant_account where merchant_id = $1 and instrument_id = $2', [shop.merchant, hub.instrument]);
  /** How much is left of the hundred dinars of the day, as the till finds it. */
  const left = async () => {
    let [most, least] = [60_000, 0];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if ((await says(shop, 'food', { amount: middle, currency: 'TND' })) === null) least = middle;
      else most = middle - 1;
    }
    return least;
  };
  const ledger = <R>(work: (asking: Parameters<typeof transfer>[0]) => Promise<R>): Promise<R> => asJob(hub, (asking) => work(asking));
  await sale(hub, shop, aid, 50_000);
  const second = await sale(hub, shop, aid, 30_000);
  expect(await left()).toBe(20_000);
  const away = await ledger((asking) => transfer(asking, hub.instrument, { key: newId(), from: account!.id, to: programme, amount: 25_000 }));
  expect(await left()).toBe(20_000);
  await ledger((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: away, amount: 15_000 }));
  const held = await ledger((asking) => reserve(asking, hub.instrument, { key: newId(), from: account!.id, to: programme, amount: 40_000, until: new Date(Date.now() + 60_000) }));
  expect(await left()).toBe(20_000);
  await ledger((asking) => postHold(asking, hub.instrument, { key: newId(), of: held, amount: 35_000 }));
  expect(await left()).toBe(20_000);
  await ledger((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: second, amount: 20_000 }));
  expect(await left()).toBe(40_000);
  for (const table of ['transfer', 'block']) await ownerQuery(hub.world.house, `update ledger.${table} set at = at - interval '1 day' where book_id = $1`, [hub.instrument]);
  expect(await left()).toBe(60_000);
  await sale(hub, shop, aid, 45_000);
  expect(await left()).toBe(55_000);
}, 60_000);
