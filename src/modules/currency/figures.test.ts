import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openAccounts, postHold, reverseTransfer, transfer } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { endAid } from './aid/end-aid.ts';
import { revokeAid } from './aid/stop-aid.ts';
import { aidFigures } from './figures/aid-figures.query.ts';
import { aidPlaces } from './figures/aid-places.query.ts';
import { aidStatement } from './figures/aid-statement.query.ts';
import { circulation } from './figures/circulation.query.ts';
import { sumsOf } from './programme/sums-of.ts';
import { payFromAid, reserveFromAid } from './public.ts';

let hub: AidHub;
let web: Web;
let programme: string;
let wallets: string[];
let shop: string;
beforeAll(async () => {
  hub = await openAidHub();
  web = await openWeb(hub.world);
  programme = await hub.funded('2000', { valid_days: '30' });
  const persons = [];
  for (let n = 0; n < 4; n++) persons.push(await hub.person());
  await hub.grant(programme, persons);
  const rows = await ownerQuery<{ id: string; person_id: string }>(hub.world.house, 'select id, person_id from currency.aid where programme_id = $1', [programme]);
  wallets = persons.map((person) => rows.find(({ person_id }) => person_id === person)!.id);
  shop = newId();
  await inside((asking) => openAccounts(asking, hub.instrument, [{ id: shop, kind: 'merchant' }]));
}, 60_000);

const job = (): Actor => ({ ...visitor(hub.world.network), app: 'job' });
const inside = <R>(work: (asking: { tx: never; network: string; actor: Actor; now: Date }) => Promise<R>): Promise<R> =>
  inTransaction(hub.world.house.app, beginFor(job(), { jobHubs: [hub.world.hub] }), (tx, now) => work({ tx: tx as never, network: hub.world.network, actor: job(), now }));
const anybody = () => visitor(hub.world.network);
const figures = (at?: Date) => ask(hub.world.house, anybody(), aidFigures, { programme, ...(at ? { at: at.toISOString() } : {}) });
/** The journal added up in the plainest way, without the module's own functions: what lies on the wallets of the programme, and what left them for shops. */
async function byHand() {
  const lines = await ownerQuery<{ kind: string; from_id: string; to_id: string; amount: string; number: string; of_number: string | null }>(hub.world.house, 'select kind, from_id, to_id, amount_minor as amount, number, of_number from ledger.transfer where book_id = $1 order by number', [hub.instrument]);
  const sum = (which: (line: (typeof lines)[number]) => boolean) => lines.filter(which).reduce((total, { amount }) => total + Number(amount), 0);
  const moves = ({ kind }: { kind: string }) => kind === 'move' || kind === 'post' || kind === 'reverse';
  const on = (account: string) => sum((line) => moves(line) && line.to_id === account) - sum((line) => moves(line) && line.from_id === account);
  const held = sum(({ kind, number, from_id }) => kind === 'reserve' && wallets.includes(from_id) && !lines.some(({ of_number }) => of_number === number));
  return { granted: sum(({ from_id, to_id }) => from_id === programme && wallets.includes(to_id)), spent: on(shop), balance: wallets.reduce((total, wallet) => total + on(wallet), 0) - held, held, fund: on(programme) };
}
/** Every entry gets a moment of its own, so that it can be asked for. */
const moment = async () => { await new Promise((passed) => { setTimeout(passed, 5); }); return new Date((await ownerQuery<{ at: Date }>(hub.world.house, 'select clock_timestamp() as at'))[0]!.at); };

it('granted is spent, free, held, expired or revoked at every instant, and an earlier instant is told as it was', async () => {
  const { world: { house }, manager } = hub;
  const [one, two, three] = wallets as [string, string, string];
  const pay = (aid: string, amount: number, category = 'food') => inside((asking) => payFromAid(asking, { aid, category: category as never, shop, amount, key: newId() }));
  const asked: [Date, Awaited<ReturnType<typeof byHand>>][] = [];
  const then = async () => { asked.push([await moment(), await byHand()]); };
  await then();
  const first = await pay(one, 40_000);
  await then();
  const hold = await inside((asking) => reserveFromAid(asking, { aid: two, category: 'hygiene', shop, amount: 25_000, key: newId() }, new Date(Date.now() + 600_000)));
  await then();
  await inside((asking) => postHold(asking, hub.instrument, { key: newId(), of: hold, amount: 20_000 }));
  await inside((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: first, amount: 5_000 }));
  await then();
  await act(house, manager, revokeAid, { aid: three, why: 'moved_away' } as never);
  await then();
  const now = await figures();
  expect(now).toMatchObject({ addsUp: true, currency: 'TND', sums: { loaded: 2_000_000, granted: 480_000, spent: 55_000, balance: 305_000, held: 0, revoked: 120_000, expired: 0, fund: 1_640_000, payments: 2, shops: 1 } });
  const [book] = await ownerQuery<{ hash: Buffer; last: string }>(house, 'select last_hash as hash, last_number as last from ledger.book where id = $1', [hub.instrument]);
  expect(now.head).toMatchObject({ entry: Number(book!.last), hash: book!.hash.toString('hex') });
  // Each instant again, now that more has happened: told as it was, and as the plain journal had it then.
  for (const [at, hand] of asked) {
    const told = await figures(at);
    expect([told.addsUp, told.sums]).toMatchObject([true, hand]);
  }
  const { payments: _p, shops: _s, returned: _r, ...sums } = now.sums;
  expect(await inside(({ tx, network }) => sumsOf(tx, network, { book: hub.instrument, programme }))).toMatchObject(sums);
});

it('the funder’s statement reconciles to the unit with the journal, by month and by what was bought, on paper and as a file, and names nobody', async () => {
  const { world: { house }, manager, treasurer } = hub;
  const told = await ask(house, treasurer, aidStatement, { programme });
  expect(told).toMatchObject({ reconciles: true, total: { loaded: 2_000_000, granted: 480_000, spent: 55_000, revoked: 120_000, expired: 0, returned: 0 } });
  expect(told.categories).toEqual([{ category: 'food', spent: 35_000, payments: 1 }, { category: 'hygiene', spent: 20_000, payments: 1 }]);
  const hand = await byHand();
  expect([told.total.granted, told.total.spent, told.sums.fund]).toEqual([hand.granted, hand.spent, hand.fund]);
  await expect(ask(house, { ...anybody() }, aidStatement, { programme })).rejects.toThrow();
  const at = `/aid/programmes/${programme}/statement`;
  const csv = await (await web.get(`${at}/print.csv`, treasurer)).text();
  expect([csv.includes('480'), csv.includes('TND'), csv.split('\n').length > 3]).toEqual([true, true, true]);
  const names = (await ownerQuery<{ name: string }>(house, `select p.name from people.person p join currency.aid a on a.person_id = p.id where a.programme_id = $1`, [programme])).map(({ name }) => name);
  for (const lang of ['ar', 'fr', 'en']) for (const page of [at, `${at}/print`]) {
    const text = await (await web.get(`${page}?lang=${lang}`, manager)).text();
    expect([page, names.filter((name) => text.includes(name)), wallets.filter((wallet) => text.includes(wallet))]).toEqual([page, [], []]);
  }
});

it('months and districts of fewer than five households are kept back with what would tell them; the current month is not told', async () => {
  const { world: { house, network } } = hub;
  const asked = () => ask(house, anybody(), aidPlaces, { programme });
  expect(await asked()).toMatchObject({ months: [], households: null, places: [] });
  // Grants of earlier months, as their events would stand: 7 in one district, 3 and 2 in two others in March, four in all in April.
  const granted = (month: string, place: string, many: number) => Promise.all(Array.from({ length: many }, () => ownerQuery(house, `insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment, body)
    values ($1, $2, $3, $4, 'job', 'currency.grant-aid', 'currency.aid-granted', $2, gen_random_uuid(), 'C0', jsonb_build_object('programme', $5::text, 'amount_minor', 120000, 'currency', 'TND', 'territory', $6::text))`, [network, newId(), `${month}-15T12:00:00Z`, hub.world.hub, programme, place])));
  await granted('2026-03', 'TN-43-01', 7);
  await granted('2026-03', 'TN-53', 3);
  await granted('2026-03', 'TN-41', 2);
  await granted('2026-04', 'TN-43', 4);
  const told = await ask(house, anybody(), aidPlaces, { programme, month: '2026-03' });
  expect(told.months).toEqual([{ month: '2026-03', households: 12, amount: 1_440_000 }, { month: '2026-04', households: null, amount: null }]);
  expect(told.households).toBe(10);
  expect(told.places).toEqual([{ place: 'TN-41', households: null, amount: null }, { place: 'TN-43', households: 7, amount: 840_000 }, { place: 'TN-53', households: null, amount: null }]);
  expect((await ask(house, anybody(), aidPlaces, { programme, month: '2026-04' })).places).toEqual([]);
  // One small district beside a large one: the large one is hidden with it, or the total would tell it.
  await granted('2026-05', 'TN-43', 9);
  await granted('2026-05', 'TN-53', 1);
  expect((await ask(house, anybody(), aidPlaces, { programme, month: '2026-05' })).places.map(({ households }) => households)).toEqual([null, null]);
  for (const lang of ['ar', 'fr', 'en']) {
    const text = await (await web.get(`/aid/figures/${programme}?lang=${lang}&month=2026-03`)).text();
    expect([lang, text.includes('<script'), wallets.some((wallet) => text.includes(wallet)), /480/.test(text)]).toEqual([lang, false, false, true]);
  }
});

it('circulation says how units move, what stands behind them and what lies still, and keeps back what lies with few', async () => {
  const { world: { house }, manager } = hub;
  const told = await ask(house, anybody(), circulation, { instrument: hub.instrument });
  // Sixteen hundred dinars and what is in wallets and shops were loaded, and nothing left the book: as much money stands behind it.
  expect(told.moved).toMatchObject({ backing: 2_000_000, granted: 480_000, paid: 55_000, paidOn: 0, back: 120_000, out: 360_000, outBefore: 0, settled: 0, shops: 1 });
  expect([told.velocity, told.respent, told.payments, told.stuck]).toEqual([55_000 / 180_000, 0, null, 0]);
  // A shop that pays another with what it took spends again; ninety days later all that did not move lies still, on too few accounts to be told.
  const other = newId();
  await inside(async (asking) => {
    await openAccounts(asking, hub.instrument, [{ id: other, kind: 'merchant' }]);
    await transfer(asking, hub.instrument, { key: newId(), from: shop, to: other, amount: 11_000, reason: 'food' });
  });
  expect((await ask(house, anybody(), circulation, { instrument: hub.instrument })).respent).toBeCloseTo(11 / 66, 6);
  for (const lang of ['ar', 'fr', 'en']) {
    const answer = await web.get(`/aid/circulation/${hub.instrument}?lang=${lang}`);
    const text = await answer.text();
    expect([lang, answer.status, text.includes('<svg'), text.includes('<table')]).toEqual([lang, 200, true, true]);
  }
  expect((await act(house, job(), endAid, { at: new Date(Date.now() + 40 * 86_400_000).toISOString() })).expired).toBe(3);
  const ended = await figures();
  expect(ended).toMatchObject({ addsUp: true, sums: { balance: 0, expired: 305_000 } });
  expect((await ask(house, manager, aidStatement, { programme })).reconciles).toBe(true);
});
