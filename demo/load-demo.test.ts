import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { deskFigures } from '#modules/evidence/desk-figures/desk-figures.query.ts';
import '#modules/evidence/routes.tsx';
import { referralList } from '#modules/desk/referral-list/referral-list.query.ts';
import { ticketBoard } from '#modules/desk/queue/ticket-board.query.ts';
import { serviceSearch } from '#modules/directory/service-search/service-search.query.ts';
import { controllersOf } from '#modules/network/controller/controllers-of.ts';
import { registerCounts } from '#modules/registers/entry/register-counts.query.ts';
import { catalogueList } from '#modules/incubation/catalogue/catalogue.query.ts';
import { callList } from '#modules/incubation/call-list/call-list.query.ts';
import { cohortList } from '#modules/incubation/cohort/cohort-list.query.ts';
import { cohortSheet } from '#modules/incubation/cohort/cohort-sheet.query.ts';
import { publicResults } from '#modules/incubation/selection/after/public-results.query.ts';
import { hubDoors } from '#modules/network/hub/hub-doors.query.ts';
import { agreementList } from '#modules/network/agreement/agreement-list.query.ts';
import { actorOfSession } from '#modules/network/public.ts';
import { signIn } from '#modules/network/sign-in/sign-in.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { receiveMessage } from '#modules/currency/public.ts';
import { offlineTill } from '#modules/currency/offline/offline-till.query.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { redeemVoucher } from '#modules/currency/voucher/redeem-voucher.ts';
import { type DemoLogin, type DemoMeans, loadDemo } from './load-demo.ts';

let house: House;
let logins: readonly DemoLogin[];
let network: string;
const means: DemoMeans[] = [];

/** The network that was opened by this load: its name is nobody else's in the run. */
async function networkOf(): Promise<string> {
  const { rows } = await house.worker.query<{ id: string }>("select id from network.network where demo and names->>'en' = 'Hadina demonstration network' order by opened_at desc, id desc limit 1");
  return rows[0]!.id;
}
async function signedIn(login: string): Promise<{ actor: Actor; mustChoose: boolean }> {
  const { password } = logins.find((one) => one.login === login)!;
  const { token, mustChoosePassword } = await act(house, visitor(network), signIn, { login, password });
  return { actor: (await actorOfSession(house, token))!.actor, mustChoose: mustChoosePassword };
}

beforeAll(async () => {
  house = await testHouse();
  logins = await loadDemo(house, { small: true, say: () => {}, shows: (each) => means.push(each) });
  network = await networkOf();
}, 120_000);

describe('the small demo', () => {
  it('opens two hubs with twelve services', async () => {
    const hubs = await ask(house, visitor(network), hubDoors, {});
    expect(hubs).toHaveLength(2);
    const { total } = await ask(house, visitor(network), serviceSearch, {});
    expect(total).toBe(12);
  });

  it('says at each hub who answers for personal data: the body that runs it', async () => {
    const hubs = await ask(house, visitor(network), hubDoors, {});
    for (const { id } of hubs) expect(await inTransaction(house.app, beginFor(visitor(network)), (tx) => controllersOf(tx, id)), id).toMatchObject([{ declaration: 'not-made', months: 60 }]);
  });

  it('lets a colleague sign in with the password it printed, without asking for another', async () => {
    const { actor, mustChoose } = await signedIn('desk.medina');
    expect(mustChoose).toBe(false);
    expect(actor.roles.map(({ role }) => role)).toEqual(['desk_officer']);
    expect(new Set(logins.map(({ password }) => password)).size).toBe(logins.length);
  });

  it('has twenty invented persons, some of whom look alike', async () => {
    const counts = await Promise.all(['desk.medina', 'desk.sidi-bouzid'].map(async (login) => (await ask(house, (await signedIn(login)).actor, peopleSearch, {})).total));
    expect(counts).toEqual([10, 10]);
    const { people } = await ask(house, (await signedIn('desk.sidi-bouzid')).actor, peopleSearch, { q: 'Fatma Zohra Ben Ali' });
    expect(people.filter(({ name }) => ['فاطمة الزهراء بن علي', 'Fatma Zohra Ben Ali'].includes(name))).toHaveLength(2);
  });

  it('has somebody waiting at the counter now, and referrals behind', async () => {
    const { actor } = await signedIn('desk.medina');
    const { waiting, mine } = await ask(house, actor, ticketBoard, {});
    expect([waiting.length, mine.length]).toEqual([3, 1]);
    const { counts } = await ask(house, actor, referralList, {});
    expect((counts.waiting ?? 0) + (counts.late ?? 0) + (counts.answered ?? 0) + (counts.over ?? 0)).toBeGreaterThan(2);
  });

  it('tells of the last three months in its figures', async () => {
    const { actor } = await signedIn('manager.medina');
    const month = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 7);
    const received = async (from: string, to: string) =>
      (await ask(house, actor, deskFigures, { from, to })).totals.find(({ indicator }) => indicator === 'persons-received')?.total;
    expect(await received(month(93), month(0))).toMatchObject({ value: 10 });
    expect(await received(month(190), month(130))).toMatchObject({ value: 0 });
  });

  it('has a call that is over, with its cohort in a course and two enterprises that were visited after their creation', async () => {
    const { actor } = await signedIn('supervisor.sidi-bouzid');
    const { calls } = await ask(house, actor, callList, {});
    expect(calls.map(({ state, applied }) => [state, applied]).sort()).toEqual([['published', 5], ['results_published', 5]]);
    expect((await ask(house, visitor(network), publicResults, { code: 'machari3-al-sana' })).counts).toEqual({ selected: 3, waitlisted: 1, rejected: 1 });
    const [cohort] = (await ask(house, actor, cohortList, {})).rows;
    const { cards, sessions } = await ask(house, actor, cohortSheet, { cohort: cohort!.id });
    expect(sessions).toHaveLength(1);
    expect(cards.map(({ state }) => state).sort()).toEqual(['incubating', 'post_creation', 'post_creation']);
  });

  it('keeps registers in which only what has its paper counts, and a catalogue that was printed', async () => {
    const counted = (await ask(house, (await signedIn('manager.medina')).actor, registerCounts, {}));
    const { study_visit: visits, recommendation, pilot, event } = counted.registers;
    expect([visits, recommendation, pilot, event].map(({ counts, not_yet: waits }) => [counts, waits])).toEqual([[1, 1], [1, 1], [1, 0], [1, 0]]);
    expect([counted.trained, counted.measures]).toEqual([2, { open: 2, late: 1 }]);
    expect((await ask(house, (await signedIn('supervisor.sidi-bouzid')).actor, catalogueList, {})).catalogues).toHaveLength(1);
  });

  it('has an agreement that ends within thirty days and one signed in part', async () => {
    const { actor } = await signedIn('admin');
    const list = await ask(house, actor, agreementList, {});
    expect(list.filter(({ state, daysLeft }) => state === 'in-force' && daysLeft <= 30)).toHaveLength(1);
    expect(list.filter(({ state }) => state === 'partially-signed')).toHaveLength(1);
  });
});

describe('the shops of the small demo', () => {
  it('took two cards and a paper voucher, and one of them was paid what it claimed', async () => {
    const { rows } = await house.worker.query<{ name: string; times: number }>(`select name, count(*)::int as times from core.event where network_id = $1
      and name in ('currency.card-given', 'currency.payment-taken', 'currency.vouchers-drawn', 'currency.voucher-redeemed', 'currency.claim-paid') group by 1`, [network]);
    expect(Object.fromEntries(rows.map(({ name, times }) => [name, times]))).toEqual({
      'currency.card-given': 2, 'currency.payment-taken': 5, 'currency.vouchers-drawn': 1, 'currency.voucher-redeemed': 1, 'currency.claim-paid': 1,
    });
  });
});

describe('a newcomer at a till of the small demo', () => {
  const cards = () => means.flatMap((each) => ('card' in each ? [each] : []));
  const home = () => ({ network, country: 'TN' });
  const text = async (from: string, said: string) => (await receiveMessage(house, home(), { id: `${from}-${said}`, from, text: said })).text;

  it('signs in with a login that was printed and is paid by card and by paper as they were printed', async () => {
    expect(logins.filter(({ role }) => role === 'merchant').map(({ login, hub }) => [login, hub])).toEqual([['till1.sidi-bouzid', 'CitESS Sidi Bouzid'], ['till2.sidi-bouzid', 'CitESS Sidi Bouzid']]);
    const { actor, mustChoose } = await signedIn('till1.sidi-bouzid');
    expect(mustChoose).toBe(false);
    for (const { card, digits } of cards()) expect(await act(house, actor, takePayment, { card, pin: digits, category: 'food', amount: '1.5', currency: 'TND' } as never)).toMatchObject({ answer: 'paid', amount: 1_500 });
    const [paper] = means.flatMap((each) => ('paper' in each ? [each.paper] : []));
    expect(await act(house, actor, redeemVoucher, { code: paper, category: 'food' } as never)).toMatchObject({ amount: 10_000, currency: 'TND' });
  });

  it('pays by text message from the telephone that was printed', async () => {
    const { phone, digits } = cards().find((each) => each.phone)!;
    expect(await text(phone!, `B ${digits}`)).toMatch(/43[.,٫]500/u);
    const [confirm] = /(?<!\d)\d{3}(?!\d)/gu.exec((await text(phone!, 'P 101 4.5 1')).replace(/101|4[.,٫]500/gu, ''))!;
    await text(phone!, `C ${confirm} ${digits}`);
    expect(await text(phone!, `S ${digits}`)).toMatch(/39(?:[.,٫]000)?/u);
  });

  it('finds a phone that sells without a network within its bounds, and what it sold', async () => {
    const { bounds, tills, sales } = await ask(house, (await signedIn('till1.sidi-bouzid')).actor, offlineTill, {});
    expect([bounds, tills.length, sales.map(({ state, amount }) => [state, amount])]).toEqual([[{ currency: 'TND', card: 20_000, till: 60_000, scale: 3 }], 1, [['paid', 4_750]]]);
  });
});

describe('the loader', () => {
  it('writes by actions only: no file of it holds a statement of SQL', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(10);
    const holding = files.filter((name) => /\b(?:sql`|\.query\(|insertInto|updateTable|deleteFrom|selectFrom|\binsert into\b|kysely|from 'pg')/i.test(readFileSync(`${folder}${name}`, 'utf8')));
    expect(holding).toEqual([]);
  });
});
