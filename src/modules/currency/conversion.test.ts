import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { balanceOf, openAccounts, proveLedger, reverseTransfer, transfer } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openShop, type Shop } from '#tests/fixtures/paying.ts';
import { approvePurchase, takePurchase } from './conversion/buy-units.ts';
import { convertUnits } from './conversion/convert-units.ts';
import { convertible } from './conversion/convertible.query.ts';
import { openLocalWallet } from './conversion/open-local-wallet.ts';
import { circulation } from './figures/circulation.query.ts';
import { nameLegalBasis } from './instrument/name-legal-basis.ts';
import { openInstrument } from './instrument/open-instrument.ts';
import { publishRulebook } from './instrument/publish-rulebook.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';
import { payFromAid } from './public.ts';

let hub: AidHub;
let shop: Shop;
let local: string;
let account: Readonly<Record<'aid' | 'local', string>>;
let [recirculates, settled] = ['', ''];
beforeAll(async () => {
  hub = await openAidHub();
  local = (await act(hub.world.house, hub.manager, openInstrument, { kind: 'currency', names: { ar: 'عملة الحي', fr: 'Monnaie du quartier' }, code: `cur-${newId().slice(-8)}`, currency: 'TND' } as never)).instrument;
  shop = await openShop(hub);
  const rows = await ownerQuery<{ id: string; instrument_id: string }>(hub.world.house, 'select id, instrument_id from currency.merchant_account where merchant_id = $1', [shop.merchant]);
  account = { aid: rows.find(({ instrument_id }) => instrument_id === hub.instrument)!.id, local: rows.find(({ instrument_id }) => instrument_id === local)!.id };
  [recirculates, settled] = [await hub.funded('1000', { becomes: 'recirculates' }), await hub.funded('1000')];
}, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const job = (): Actor => ({ ...visitor(hub.world.network), app: 'job' });
const inside = <R>(work: (asking: { tx: never; network: string; actor: Actor; now: Date }) => Promise<R>): Promise<R> =>
  inTransaction(hub.world.house.app, beginFor(job(), { jobHubs: [hub.world.hub] }), (tx, now) => work({ tx: tx as never, network: hub.world.network, actor: job(), now }));
const on = async (book: string, of: string) => (await inside((asking) => balanceOf(asking, book, of)))!.balance;
const backing = async (instrument: string) => (await ask(hub.world.house, visitor(hub.world.network), circulation, { instrument })).moved.backing;
/** A sale of 60 dinars paid by aid of a programme; the number of its entry. */
async function sale(programme: string, at = account.aid) {
  const person = await hub.person();
  await hub.grant(programme, [person]);
  const [wallet] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.aid where person_id = $1 and programme_id = $2', [person, programme]);
  return inside((asking) => payFromAid(asking, { aid: wallet!.id, category: 'food', shop: at, amount: 60_000, key: newId() }));
}
const convert = (programme: string, amount: string, by = shop.till) => act(hub.world.house, by, convertUnits, { programme, amount } as never);

it('a local currency needs its law and rules, and its units are given for money by four eyes', async () => {
  const { world: { house }, officer, supervisor, treasurer, manager, admin, instrument } = hub;
  const code = async (person: string) => (await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]))[0]!.code;
  const person = await hub.person();
  await expect(act(house, officer, openLocalWallet, { instrument, person: await code(person) })).rejects.toMatchObject(no('not-currency'));
  await expect(act(house, officer, openLocalWallet, { instrument: local, person: 'ZZZZ-ZZZZ' })).rejects.toMatchObject(no('nobody'));
  const { wallet } = await act(house, officer, openLocalWallet, { instrument: local, person: await code(person) });
  await expect(act(house, officer, openLocalWallet, { instrument: local, person: await code(person) })).rejects.toMatchObject(no('wallet-there'));
  const approve = (more: Record<string, unknown> = {}) => act(house, supervisor, approvePurchase, { instrument: local, account: wallet, amount: '50', proof: 'Reçu 12', ...more } as never);
  await expect(approve()).rejects.toMatchObject(no('basis-pending'));
  await act(house, admin, nameLegalBasis, { instrument: local, country: 'TN', basis: 'Loi 2016-48, monnaie locale' } as never);
  await expect(approve()).rejects.toMatchObject(no('no-rulebook'));
  await act(house, manager, publishRulebook, { instrument: local, rules: { ar: 'القواعد', fr: 'Les règles', en: 'The rules' }, in_force_on: dayAtHub() } as never);
  for (const [refused, more] of [['amount-odd', { amount: '0' }], ['proof-too-short', { proof: 'x' }], ['no-account', { account: account.aid }], ['not-currency', { instrument, account: account.aid }]] as const) await expect(approve(more)).rejects.toMatchObject(no(refused));
  const { purchase } = await approve();
  await expect(act(house, { ...treasurer, account: supervisor.account }, takePurchase, { purchase })).rejects.toMatchObject(no('own-approval'));
  await expect(act(house, { ...treasurer, provedAt: null }, takePurchase, { purchase })).rejects.toMatchObject({ code: 'core.not-fresh' });
  await expect(ownerQuery(house, 'update currency.purchase set taken_by = approved_by where id = $1', [purchase])).rejects.toMatchObject({ constraint: expect.stringMatching(/four_eyes|taken_whole/) });
  await act(house, treasurer, takePurchase, { purchase });
  await expect(act(house, treasurer, takePurchase, { purchase })).rejects.toMatchObject(no('loaded-already'));
  expect([await on(local, wallet), await backing(local)]).toEqual([50_000, 50_000]);
});

it('a shop makes local currency of what it took where the programme says so, once, and the money behind it goes with it', async () => {
  const { world: { house }, supervisor } = hub;
  const [first] = [await sale(recirculates), await sale(settled)];
  const [aidBefore, localBefore] = [await backing(hub.instrument), await backing(local)];
  await expect(convert(settled, '1')).rejects.toMatchObject(no('programme-settled'));
  await expect(convert(recirculates, '60.001')).rejects.toMatchObject(no('convert-too-much'));
  await expect(convert(recirculates, '0')).rejects.toMatchObject(no('amount-odd'));
  await expect(convert(recirculates, '1', (await openShop(hub)).till)).rejects.toMatchObject(no('convert-too-much'));
  await expect(convert(recirculates, '1', supervisor)).rejects.toThrow();
  await expect(convert(newId(), '1')).rejects.toThrow();
  const { conversion } = await convert(recirculates, '25');
  expect([await on(hub.instrument, account.aid), await on(local, account.local)]).toEqual([95_000, 25_000]);
  expect([aidBefore - (await backing(hub.instrument)), (await backing(local)) - localBefore]).toEqual([25_000, 25_000]);
  const rows = await ownerQuery<{ book_id: string; amount: string; reason: string }>(house, `select t.book_id, t.amount_minor as amount, t.reason from currency.conversion c join ledger.transfer t on (t.book_id, t.number) in ((c.from_book, c.from_number), (c.to_book, c.to_number)) where c.id = $1 order by t.book_id = $2`, [conversion, local]);
  expect(rows.map(({ book_id, amount, reason }) => [book_id, Number(amount), reason])).toEqual([[hub.instrument, 25_000, 'converted'], [local, 25_000, 'converted']]);
  // Two at once for all that is left: one is done.
  const both = await Promise.allSettled([convert(recirculates, '35'), convert(recirculates, '35'), convert(recirculates, '35')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  // What was only to be settled is never converted, though it lies on the same account; nor what was given back of a sale.
  await expect(convert(recirculates, '0.001')).rejects.toMatchObject(no('convert-too-much'));
  const again = await sale(recirculates);
  await inside((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: again, amount: 50_000 }));
  await expect(convert(recirculates, '10.001')).rejects.toMatchObject(no('convert-too-much'));
  expect((await ask(house, shop.till, convertible, {})).open.map(({ becomes, amount }) => [becomes, amount])).toEqual([['recirculates', 10_000], ['settled', 60_000]]);
  expect(first).toBeGreaterThan(0);
  for (const book of [hub.instrument, local]) expect((await inside(({ tx, network }) => proveLedger(tx, network, book))).faults).toEqual([]);
});

it('where a shop has no account in a local currency, nothing is converted, and a suspended shop converts nothing', async () => {
  const other = await openShop(hub);
  const [aid] = await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.merchant_account where merchant_id = $1 and instrument_id = $2', [other.merchant, hub.instrument]);
  await ownerQuery(hub.world.house, 'delete from currency.merchant_account where merchant_id = $1 and instrument_id = $2', [other.merchant, local]);
  await sale(recirculates, aid!.id);
  await expect(convert(recirculates, '5', other.till)).rejects.toMatchObject(no('no-local-currency'));
  expect(await on(hub.instrument, aid!.id)).toBe(60_000);
  await act(hub.world.house, hub.supervisor, suspendMerchant, { merchant: other.merchant, why: 'Contrôle en cours' } as never);
  await expect(convert(recirculates, '5', other.till)).rejects.toMatchObject(no('merchant-suspended'));
});

it('nothing mixes: every way from one instrument into another is refused, by the ledger and by the database', async () => {
  const { world: { house } } = hub;
  const move = (book: string, from: string, to: string) => inside((asking) => transfer(asking, book, { key: newId(), from, to, amount: 1 }));
  await expect(move(hub.instrument, account.aid, account.local)).rejects.toMatchObject({ code: 'ledger.no-account' });
  await expect(move(local, account.aid, account.local)).rejects.toMatchObject({ code: 'ledger.no-account' });
  await expect(move(local, hub.instrument, account.local)).rejects.toMatchObject({ code: 'ledger.no-account' });
  await expect(inside((asking) => openAccounts(asking, newId(), [{ id: newId(), kind: 'wallet' }]))).rejects.toMatchObject({ code: 'ledger.no-book' });
  // A programme cannot be opened on a local currency, an aid is not bought, a voucher of aid is none of the currency.
  await expect(hub.programme({ instrument: local })).rejects.toMatchObject(no('not-aid'));
  await expect(ownerQuery(house, `update ledger.book set instrument = 'points' where id = $1`, [local])).rejects.toThrow();
  await expect(ownerQuery(house, `insert into currency.conversion select network_id, gen_random_uuid(), hub_id, organization_id, programme_id, from_book, from_account, from_number, from_book, from_account, from_number, amount_minor, converted_at, converted_by from currency.conversion limit 1`)).rejects.toMatchObject({ constraint: 'two_books' });
  await expect(ownerQuery(house, `update currency.conversion set to_account = from_account`)).rejects.toMatchObject({ constraint: expect.stringMatching(/^conversion_network_id_to_book_to_account_fkey/) });
});

it('a shop converts and a hub gives units by their pages, in three languages', async () => {
  const web = await openWeb(hub.world);
  for (const lang of ['ar', 'fr', 'en']) {
    expect((await web.get(`/till/conversion?lang=${lang}`, shop.till)).status).toBe(200);
    expect((await web.get(`/aid/instruments/${local}/units?lang=${lang}`, hub.supervisor)).status).toBe(200);
  }
  const much = await web.send('/till/conversion', { programme: recirculates, amount: '900' }, shop.till, '/till/conversion');
  expect([much.status, (await much.text()).includes('value="900"')]).toEqual([422, true]);
  expect((await web.send('/till/conversion', { programme: recirculates, amount: '5' }, shop.till, '/till/conversion')).status).toBe(303);
  const at = `/aid/instruments/${local}/units`;
  expect((await web.send(`${at}/purchases`, { account: account.local, amount: '20', proof: 'Reçu 13' }, hub.supervisor, at)).status).toBe(303);
  const [, take] = new RegExp(`action="(${at}/purchases/[0-9a-f-]+)"`).exec(await (await web.get(at, hub.treasurer)).text())!;
  expect((await web.send(take!, {}, hub.treasurer, at)).headers.get('location')).toBe(at);
});
