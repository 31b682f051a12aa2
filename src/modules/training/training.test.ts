import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { seatAtDoor } from './attendance/seat-at-door.query.ts';
import { markAttendance } from './attendance/mark-attendance.ts';
import { certificateCheck } from './certificate/certificate-check.query.ts';
import { certificateSheet } from './certificate/certificate-sheet.query.ts';
import { openTraining, openTrainings } from './open/open-trainings.query.ts';
import { sessionsOfPerson, trainedIn } from './seats/sessions-of-person.ts';
import { giveBackSeat } from './seats/give-back-seat.ts';
import { giveSeats } from './seats/give-seats.ts';
import { placeByHand } from './seats/place-by-hand.ts';
import { refuseSeat } from './seats/refuse-seat.ts';
import { requestSeat } from './seats/request-seat.ts';
import { seatFinder } from './seats/seat-finder.query.ts';
import { announceSession } from './session/announce-session.ts';
import { cancelSession } from './session/cancel-session.ts';
import { closeSession } from './session/close-session.ts';
import { moveSession } from './session/move-session.ts';
import { planSession } from './session/plan-session.ts';
import { sessionList } from './session/session-list.query.ts';
import { sessionSheet } from './session/session-sheet.query.ts';
import { addTrainer } from './trainers/add-trainer.ts';
import { endTrainer } from './trainers/end-trainer.ts';
import { trainerList } from './trainers/trainer-list.query.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { figure } from '#modules/evidence/figure/figure.query.ts';
import { figureRecords } from '#modules/evidence/figure/figure-records.query.ts';
import '#modules/evidence/routes.tsx';
import './routes.tsx';

let world: World;
let desk: Desk;
let manager: Actor;
let trainer: Actor;
let pool: string;

/** The same colleague on an earlier day: the demo's clock. */
const on = (actor: Actor, day: string): Actor => ({ ...actor, app: 'demo', demoAt: new Date(`${day.length === 10 ? `${day}T08:00` : day}:00Z`) });
const course = {
  topic: 'digital', names: { ar: 'التقنية الرقمية والتسويق الشخصي' }, place: { ar: 'دار بن عاشور', fr: 'Dar Ben Achour' }, audience: 'beneficiaries', languages: ['ar'], seats: '20',
  priority: ['women_and_youth', ''], asks_until: '2026-03-05',
  days: { 0: { on: '2026-03-10', halves: 'both' }, 1: { on: '2026-03-11', halves: 'morning' }, 2: { on: '' } }, trainers: [] as string[],
};
const plan = (more: Record<string, unknown> = {}, by = manager) => act(world.house, on(by, '2026-03-01'), planSession, { ...course, ...more });
const announced = async (more: Record<string, unknown> = {}) => {
  const { session } = await plan(more);
  await act(world.house, on(manager, '2026-03-01'), announceSession, { session });
  return session;
};
/** Registers somebody; whoever is said to resemble her was looked at. */
const person = async (name: string, sex = 'female', birthYear?: number): Promise<string> => {
  const register = (seen: readonly string[]) => act(world.house, desk.officer, registerPerson, { name, sex, birth_year: birthYear, territory: 'TN-43', seen_duplicates: seen });
  const { person: id } = await register([]).catch(({ offer }) => register(offer.candidates.map((each: { person: { id: string } }) => each.person.id)));
  return id;
};
const request = (session: string, who: Record<string, unknown>, at = '2026-03-02') => act(world.house, on(desk.officer, at), requestSeat, { session, ...who });
const sheet = (session: string, by = manager) => ask(world.house, on(by, '2026-03-12'), sessionSheet, { session });
const give = (session: string, at = '2026-03-06') => act(world.house, on(manager, at), giveSeats, { session });

beforeAll(async () => {
  world = await openHub({ demo: true });
  desk = await openDesk(world);
  [manager, trainer] = [await world.as('hub_manager'), await world.as('trainer', { name: 'Leïla Trabelsi' })];
  pool = (await act(world.house, on(manager, '2026-02-01'), addTrainer, { account: trainer.account, topics: ['digital'], languages: ['ar', 'fr'] })).trainer;
});

describe('twenty seats at Dar Ben Achour and twenty-seven who ask (G3)', () => {
  let session: string;
  const asked: { seat: string; kind: 'woman' | 'young' | 'man'; at: number }[] = [];

  beforeAll(async () => {
    session = await announced({ trainers: [pool] });
    // Nine men of 45 come first, then women of 60 and young men in turn: the last to ask are the ones with priority.
    const comers = [...Array.from({ length: 9 }, () => ['man', 'male', 1981] as const), ...Array.from({ length: 9 }, () => [['woman', 'female', 1966], ['young', 'male', 2000]] as const).flat()];
    for (const [at, [kind, sex, born]] of comers.entries()) {
      const who = await person(`طالب ${'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'[at]}مين القروي`, sex, born);
      const minute = String(at).padStart(2, '0');
      asked.push({ ...(await request(session, { person: who }, `2026-03-02T09:${minute}`)), kind, at });
    }
    expect(asked).toHaveLength(27);
  });

  it('seats go to women and youth first, by the moment of asking; two men are seated, the others wait in their order, and each line says why', async () => {
    await expect(give(session, '2026-03-05')).rejects.toMatchObject({ code: 'training.asking-open' });
    expect(await give(session)).toMatchObject({ given: 20, waiting: 7 });
    const { seats, session: row } = await sheet(session);
    expect(row).toMatchObject({ given: 20, seats: 20 });
    const should = [...asked.filter(({ kind }) => kind !== 'man'), ...asked.filter(({ kind }) => kind === 'man')].map(({ seat }, at) => ({ id: seat, rank: at + 1, state: at < 20 ? 'given' : 'waitlisted' }));
    expect(seats.map(({ id, rank, state }) => ({ id, rank, state }))).toEqual(should);
    const why = (kind: string) => [...new Set(asked.filter((each) => each.kind === kind).map(({ seat }) => seats.find(({ id }) => id === seat)!.why.join()))];
    expect([why('woman'), why('young'), why('man')]).toEqual([['women'], ['youth'], ['no_priority']]);
  });

  it('a freed seat goes to the first who waits; one more than there are is refused, by the database too', async () => {
    const first = asked.find(({ kind }) => kind === 'woman')!.seat;
    const { promoted } = await act(world.house, on(desk.officer, '2026-03-07'), giveBackSeat, { seat: first, reason: 'her_wish' });
    expect(promoted).toBe(asked.filter(({ kind }) => kind === 'man')[2]!.seat);
    const waits = asked.filter(({ kind }) => kind === 'man')[8]!.seat;
    await expect(act(world.house, on(manager, '2026-03-07'), placeByHand, { seat: waits, reason: 'hardship' })).rejects.toMatchObject({ code: 'training.seats-full' });
    await expect(ownerQuery(world.house, `update training.seat set state = 'given' where id = $1`, [waits])).rejects.toThrow('seats_full');
    await expect(request(session, { person: await person('متأخر جدا', 'male', 1990) }, '2026-03-08')).rejects.toMatchObject({ code: 'training.asking-closed' });
    await expect(act(world.house, on(desk.officer, '2026-03-08'), giveBackSeat, { seat: first, reason: 'her_wish' })).rejects.toMatchObject({ code: 'training.answered-already' });
  });

  it('a trainer reads the names of her own course and marks it on a whole sheet once it has begun; a colleague who does not teach it reads nobody', async () => {
    const { seats, halves } = await sheet(session, trainer);
    expect(seats.filter(({ state }) => state === 'given').every(({ card }) => card !== null)).toBe(true);
    const other = await world.as('trainer');
    expect((await sheet(session, other)).seats).toEqual([]);
    const given = seats.filter(({ state }) => state === 'given');
    expect(halves.map(({ on_day, half }) => `${on_day} ${half}`)).toEqual(['2026-03-10 morning', '2026-03-10 afternoon', '2026-03-11 morning']);
    const all = (state: string) => Object.fromEntries(given.map(({ id }) => [id, state]));
    const mark = (half: number, marks: Record<string, string>, at: string, by = trainer) => act(world.house, on(by, at), markAttendance, { half_day: halves[half]!.id, via: 'sheet', mark: marks });
    await expect(mark(0, all('present'), '2026-03-09')).rejects.toMatchObject({ code: 'training.not-yet' });
    await expect(mark(0, {}, '2026-03-10T09:00')).rejects.toMatchObject({ code: 'training.nothing-marked' });
    await expect(mark(0, all('present'), '2026-03-10T09:00', other)).rejects.toMatchObject({ name: 'NotFound' });
    for (const [half, at] of [[0, '2026-03-10T12:00'], [1, '2026-03-10T16:00'], [2, '2026-03-11T12:00']] as const) await mark(half, all('present'), at);
    await mark(2, { [given[0]!.id]: 'excused' }, '2026-03-11T12:10');
    await expect(ownerQuery(world.house, `update training.attendance set marked_at = '2026-03-01' where seat_id = $1`, [given[0]!.id])).rejects.toThrow('half-day');
    // Her code at the door opens the half-day that is on.
    expect(await ask(world.house, on(trainer, '2026-03-11T10:00'), seatAtDoor, { code: given[1]!.code.toLowerCase() })).toMatchObject({ seat: given[1]!.id, half: { id: halves[2]!.id }, mark: 'present' });
  });

  it('closing makes certificates for four fifths; whoever missed one of three half-days has none', async () => {
    await expect(act(world.house, on(manager, '2026-03-11T09:00'), closeSession, { session })).rejects.toMatchObject({ code: 'training.not-over' });
    expect(await act(world.house, on(manager, '2026-03-12'), closeSession, { session })).toMatchObject({ trained: 19 });
    const { seats } = await sheet(session);
    const [missed, ...others] = seats.filter(({ state }) => state === 'given');
    expect([missed!.certificate, others.every(({ certificate }) => certificate)]).toEqual([null, true]);
    const { paper, card } = await ask(world.house, on(trainer, '2026-03-13'), certificateSheet, { certificate: others[0]!.certificate! });
    expect(paper).toMatchObject({ present: 3, half_days: 3, minutes: 210 + 150 + 210 });
    expect(card?.id).toBe(others[0]!.card!.id);
    const stranger: Actor = { network: world.network, account: null, person: null, roles: [], hub: null, app: 'web' };
    const told = await ask(world.house, stranger, certificateCheck, { number: `${paper.number.slice(0, 5)}-${paper.number.slice(5)}`.toLowerCase() });
    expect(told.given).toMatchObject({ present: 3, halfDays: 3 });
    expect(JSON.stringify(told)).not.toContain(card!.name);
    expect((await ask(world.house, stranger, certificateCheck, { number: 'AAAAAAAAAA' })).given).toBe(null);
    const events = await ownerQuery<{ person_id: string; body: object }>(world.house, `select person_id, body from core.event where network_id = $1 and name = 'training.person-trained'`, [world.network]);
    expect(events).toHaveLength(19);
    expect(events.every(({ body }) => JSON.stringify(body).includes('"on": "2026-03-11"') || JSON.stringify(body).includes('"on":"2026-03-11"'))).toBe(true);
    await inTransaction(world.house.app, beginFor(manager), async (tx) => {
      expect([...(await trainedIn(tx, world.network, card!.id))]).toEqual(['digital']);
      expect(await sessionsOfPerson(tx, world.network, card!.id)).toMatchObject([{ session, state: 'given' }]);
    });
    // Two weeks later the list closes for its trainer.
    await ownerQuery(world.house, `update training.taught set until_at = now() - interval '1 hour' where session_id = $1`, [session]);
    expect((await ask(world.house, trainer, sessionSheet, { session })).seats).toEqual([]);
    await expect(act(world.house, on(manager, '2026-03-12'), closeSession, { session })).rejects.toMatchObject({ code: 'training.not-announced' });
    await expect(act(world.house, on(manager, '2026-03-12'), cancelSession, { session, why: 'few' })).rejects.toMatchObject({ code: 'training.session-over' });
  });
});

it('79 of 100 half-days are not four fifths, 80 are: the database holds it too', async () => {
  const session = await announced({ seats: '2' });
  const seat = (await request(session, { person: await person('سعاد المنصوري', 'female', 1980) })).seat;
  const half = async (present: number) => ownerQuery(world.house, `insert into training.certificate (network_id, id, hub_id, session_id, seat_id, number, present, half_days, minutes, issued_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'ACDEFHJKLM', $5, 100, 60, now())`, [world.network, world.hub, session, seat, present]);
  await expect(half(79)).rejects.toThrow('four_fifths');
  await half(80);
});

describe('a course', () => {
  it('is on the public list once it is announced, and only while it stands and is for those the hubs serve', async () => {
    const stranger: Actor = { network: world.network, account: null, person: null, roles: [], hub: null, app: 'demo', demoAt: new Date('2026-03-02T08:00:00Z') };
    const codes = async () => (await ask(world.house, stranger, openTrainings, {})).sessions.map(({ id }) => id);
    const { session } = await plan();
    expect(await codes()).not.toContain(session);
    await act(world.house, on(manager, '2026-03-01'), announceSession, { session });
    expect(await codes()).toContain(session);
    const { session: row } = await sheet(session);
    expect((await ask(world.house, stranger, openTraining, { code: row.code.toLowerCase() })).halves).toHaveLength(3);
    const staff = await announced({ audience: 'staff' });
    expect(await codes()).not.toContain(staff);
    await act(world.house, on(manager, '2026-03-02'), cancelSession, { session, why: 'few' });
    expect(await codes()).not.toContain(session);
    await expect(act(world.house, on(manager, '2026-03-02'), announceSession, { session })).rejects.toMatchObject({ code: 'training.not-planned' });
    await expect(request(session, { person: await person('منية الجلاصي') })).rejects.toMatchObject({ code: 'training.not-announced' });
    expect((await ask(world.house, on(manager, '2026-03-02'), sessionList, { month: '2026-03', audience: 'staff' })).sessions.map(({ id }) => id)).toEqual([staff]);
  });

  it('is refused with days that are over, hours that end before they begin, or asking that ends after it began', async () => {
    await expect(plan({ days: [{ on: '2026-02-20' }] })).rejects.toMatchObject({ code: 'training.time-has-passed', field: 'days' });
    await expect(plan({ morning_from: '12:00', morning_to: '09:00' })).rejects.toMatchObject({ code: 'training.hours-wrong' });
    await expect(plan({ asks_until: '2026-03-11' })).rejects.toMatchObject({ code: 'training.asks-too-long', field: 'asks_until' });
    await expect(plan({ days: { 0: { on: '' } } })).rejects.toMatchObject({ problems: [{ field: 'days', code: 'required' }] });
  });

  it('moves with its hours at the clock of the hub; whoever has a seat keeps it, and no trainer stands in two rooms at once, at any hub', async () => {
    const free = (await act(world.house, on(manager, '2026-02-01'), addTrainer, { name: 'Nizar Ayadi', topics: ['marketing'], languages: ['fr'] })).trainer;
    const session = await announced({ trainers: [free], days: [{ on: '2026-03-27' }, { on: '2026-03-28', halves: 'morning' }] });
    const seat = (await request(session, { person: await person('منية الجلاصي') })).seat;
    const other = await world.secondHub({ country: 'MA' });
    const elsewhere = await other.as('hub_manager');
    const taken = act(world.house, on(elsewhere, '2026-03-01'), planSession, { ...course, days: [{ on: '2026-03-28', halves: 'morning' }], trainers: [free] });
    await expect(taken).rejects.toMatchObject({ code: 'training.trainer-taken', field: 'trainers' });
    await act(world.house, on(manager, '2026-03-02'), moveSession, { session, first_on: '2026-03-28', why: 'place' });
    const { halves, seats, session: row } = await sheet(session);
    expect(halves.map(({ on_day, starts_at }) => [on_day, starts_at.toISOString()])).toEqual([['2026-03-28', '2026-03-28T08:00:00.000Z'], ['2026-03-28', '2026-03-28T13:00:00.000Z'], ['2026-03-29', '2026-03-29T08:00:00.000Z']]);
    expect([row.moved, seats.map(({ id, state }) => `${id} ${state}`)]).toEqual([1, [`${seat} asked`]]);
    await act(world.house, on(elsewhere, '2026-03-01'), planSession, { ...course, days: [{ on: '2026-03-27' }], trainers: [free] });
    await expect(act(world.house, on(manager, '2026-03-02'), moveSession, { session, first_on: '2026-03-27', why: 'place' })).rejects.toMatchObject({ code: 'training.trainer-taken' });
    await expect(act(world.house, on(manager, '2026-03-02'), moveSession, { session, first_on: '2026-02-02', why: 'place' })).rejects.toMatchObject({ code: 'training.time-has-passed' });
    await expect(act(world.house, on(manager, '2026-03-28T09:00'), moveSession, { session, first_on: '2026-04-02', why: 'place' })).rejects.toMatchObject({ code: 'training.begun-already' });
    await act(world.house, on(manager, '2026-03-03'), endTrainer, { trainer: free });
    await expect(plan({ trainers: [free] })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is absent at another hub, with its seats; and roles that do not plan are told so', async () => {
    const session = await announced();
    const { seat } = await request(session, { person: await person('منية الجلاصي') });
    const neighbour = await (await world.secondHub()).as('hub_manager');
    for (const tried of [() => act(world.house, neighbour, giveSeats, { session }), () => act(world.house, neighbour, moveSession, { session, first_on: '2026-03-20', why: 'few' }), () => act(world.house, neighbour, refuseSeat, { seat, reason: 'other_stage' }),
      () => act(world.house, neighbour, closeSession, { session }), () => ask(world.house, neighbour, sessionSheet, { session }), () => ask(world.house, neighbour, seatFinder, { session })]) await expect(tried()).rejects.toMatchObject({ name: 'NotFound' });
    await expect(plan({}, desk.officer)).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(act(world.house, trainer, giveSeats, { session })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('a seat', () => {
  it('is one for each person, also from two screens at once; refused with a reason it can be given by hand, and that is said', async () => {
    const session = await announced({ seats: '2' });
    const who = await person('رجاء الطرابلسي', 'female', 1991);
    const tries = await Promise.allSettled([request(session, { person: who }), request(session, { person: who })]);
    expect(tries.filter(({ status }) => status === 'rejected').map((each) => (each as PromiseRejectedResult).reason.code)).toEqual(['training.asked-already']);
    const seat = (tries.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ seat: string }>).value.seat;
    await act(world.house, on(manager, '2026-03-03'), refuseSeat, { seat, reason: 'other_stage' });
    await expect(give(session)).rejects.toMatchObject({ code: 'training.nobody-waits' });
    await act(world.house, on(manager, '2026-03-07'), placeByHand, { seat, reason: 'our_mistake' });
    expect((await sheet(session)).seats).toMatchObject([{ state: 'given', why: ['by_hand'], reason: 'our_mistake' }]);
    expect((await ask(world.house, on(desk.officer, '2026-03-02'), seatFinder, { session, typed: 'رجاء الطرابلسي' })).people).toMatchObject([{ asked: true }]);
    await expect(request(session, { account: manager.account })).rejects.toMatchObject({ code: 'training.wrong-audience' });
    await expect(act(world.house, on(manager, '2026-03-12'), closeSession, { session })).rejects.toMatchObject({ code: 'training.attendance-missing', values: { missing: 3 } });
  });

  it('of a colleague keeps her account and never a person; nothing of it is counted among those the hubs serve', async () => {
    const session = await announced({ audience: 'staff', topic: 'listening', days: [{ on: '2026-03-17', halves: 'morning' }] });
    const who = await person('زينب الورغي', 'female', 1990);
    await expect(request(session, { person: who })).rejects.toMatchObject({ code: 'training.wrong-audience', field: 'account' });
    await expect(ownerQuery(world.house, `insert into training.seat (network_id, id, hub_id, session_id, audience, person_id, code, part, state, state_at, asked_at)
      values ($1, gen_random_uuid(), $2, $3, 'staff', $4, 'ACDEFHJK', 'alone', 'asked', now(), now())`, [world.network, world.hub, session, who])).rejects.toThrow('seat_of_one_kind');
    const { seat } = await request(session, { account: desk.officer.account });
    await give(session);
    const { halves } = await sheet(session);
    await act(world.house, on(manager, '2026-03-17T10:00'), markAttendance, { half_day: halves[0]!.id, via: 'hand', mark: { [seat]: 'present' } });
    await act(world.house, on(manager, '2026-03-18'), closeSession, { session });
    const events = await ownerQuery<{ name: string; person_id: string | null }>(world.house, `select name, person_id from core.event where network_id = $1 and (body ->> 'session' = $2 or subject_id = $2::uuid)`, [world.network, session]);
    expect(events.every(({ person_id }) => person_id === null)).toBe(true);
    expect(events.map(({ name }) => name)).toContain('training.staff-trained');
    expect(events.map(({ name }) => name)).not.toContain('training.person-trained');
  });

  it('of a trainer of the pool, in a training of trainers, notes since when she is prepared; she is in the pool once', async () => {
    await expect(act(world.house, on(manager, '2026-02-01'), addTrainer, { account: trainer.account, topics: ['digital'], languages: ['ar'] })).rejects.toMatchObject({ code: 'training.trainer-already' });
    const session = await announced({ audience: 'trainers', topic: 'training_of_trainers', days: [{ on: '2026-03-24', halves: 'afternoon' }] });
    const { seat } = await request(session, { trainer: pool });
    await give(session);
    const { halves } = await sheet(session);
    await act(world.house, on(manager, '2026-03-24T16:00'), markAttendance, { half_day: halves[0]!.id, via: 'code', mark: { [seat]: 'present' } });
    await act(world.house, on(manager, '2026-03-25'), closeSession, { session });
    expect((await ask(world.house, on(manager, '2026-03-25'), trainerList, {})).trainers.find(({ id }) => id === pool)).toMatchObject({ preparedOn: '2026-03-24', name: 'Leïla Trabelsi' });
  });
});

it('figures hold nineteen persons and one professional, each apart, and open to what happened', async () => {
  const read = (indicator: string) => ({ indicator, from: '2026-03', to: '2026-03' });
  expect((await ask(world.house, manager, figure, read('persons-trained'))).shown).toMatchObject({ value: 19 });
  expect((await ask(world.house, manager, figure, read('professionals-trained'))).shown).toMatchObject({ value: 1, events: 1 });
  expect((await ask(world.house, manager, figureRecords, read('professionals-trained'))).records.map(({ name }) => name)).toEqual(['training.staff-trained']);
});
