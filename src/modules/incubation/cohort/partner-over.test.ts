import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { resumeAgreement, suspendAgreement } from '#modules/network/agreement/end-agreement.ts';
import { agreementInForce } from '#modules/network/public.ts';
import { recordConsent } from '#modules/people/public.ts';
import { markAttendance } from '#modules/training/attendance/mark-attendance.ts';
import { giveBackSeat } from '#modules/training/seats/give-back-seat.ts';
import { giveSeats } from '#modules/training/seats/give-seats.ts';
import { placeByHand } from '#modules/training/seats/place-by-hand.ts';
import { refuseSeat } from '#modules/training/seats/refuse-seat.ts';
import { requestSeat } from '#modules/training/seats/request-seat.ts';
import { announceSession } from '#modules/training/session/announce-session.ts';
import { cancelSession } from '#modules/training/session/cancel-session.ts';
import { closeSession } from '#modules/training/session/close-session.ts';
import { moveSession } from '#modules/training/session/move-session.ts';
import { sessionSheet } from '#modules/training/session/session-sheet.query.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { courseWithSeat } from '#tests/fixtures/held-course.ts';
import { onThePath } from '#tests/fixtures/on-the-path.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { setDeliverable } from '../deliverable/deliverables.ts';
import { answerAsMentor, recordMentoring } from '../mentor/as-mentor.ts';
import { addMentor } from '../mentor/mentors.ts';
import { answerMentoring, endMentoring, proposeMentor } from '../mentor/mentoring.ts';
import { bookPhotos, markPhotos } from '../spotlight/photos.ts';
import { publishSpotlight, takeSpotlightAway } from '../spotlight/spotlights.ts';
import { createEnterprise } from '../venture/create-enterprise.ts';
import { followUp } from '../venture/follow-ups.ts';
import { chooseLegalForm, finishLegalStep } from '../venture/legal.ts';
import { listVenture } from '../venture/list-venture.ts';
import { openVenture } from '../venture/open-venture.ts';
import { checkMilestone, meetMilestone, setMilestone } from '../venture/milestones.ts';
import { decidePlan, writePlan } from '../venture/plans.ts';
import { addProduct, addPrototype } from '../venture/products.ts';
import { cohortAccess, spotlightAccess, ventureAccess } from '../venture-access.ts';
import { closeCohort, handOverCohort } from './change-cohort.ts';
import { recordCoaching } from './coaching.ts';
import { cohortSheet } from './cohort-sheet.query.ts';
import { openCohort } from './open-cohort.ts';
import { enterCohort, moveApplication, nameCoach, stopApplication } from './places.ts';
import { addSession } from './sessions.ts';

const over = { code: 'incubation.agreement-over' };
/** What stays open, and why. */
const staysOpen: Readonly<Record<string, string>> = {
  'open-cohort': 'asks for an agreement in force itself', 'hand-over-cohort': 'the way out', 'close-cohort': 'the way out',
  'add-mentor': 'the hub’s own pool', 'end-mentor': 'the hub’s own pool', 'take-spotlight-away': 'her wish counts at once',
  'settle-withdrawn': 'her wish counts at once, on paper too',
};

let world: World;
let agreement: string;
let partner: string;
let manager: Awaited<ReturnType<typeof signedAgreement>>['manager'];
let way: Awaited<ReturnType<typeof onThePath>>;
let course: Awaited<ReturnType<typeof courseWithSeat>>;
/** Everything that writes in a cohort, with input that would be taken otherwise. */
let tries: readonly (readonly [Action<never, never>, Record<string, unknown>, Actor?])[];

beforeAll(async () => {
  world = await openHub();
  const { house } = world;
  partner = await (await openDirectory(world)).body({ fr: 'Association partenaire' });
  ({ agreement, manager } = await signedAgreement(world, partner));
  way = await onThePath({ world, partner });
  const { coach, other, supervisor, open, cohort, application, venture, person, move } = way;
  const guide = await world.as('coach');
  const { mentor } = await act(house, supervisor, addMentor, { account: guide.account!, sectors: ['food'], languages: ['ar'], most: 3 });
  const { mentoring } = await act(house, coach, proposeMentor, { application, mentor });
  const { plan } = await act(house, coach, writePlan, { venture, kind: 'plan', seen: 0, sections: { offer: 'Pain' } });
  const { milestone } = await act(house, coach, setMilestone, { venture, code: 'first_sale', due_on: '2026-03-01' }) as unknown as { milestone: string };
  course = await courseWithSeat(world, { officer: open.officer, manager: supervisor, person, trainer: await world.as('trainer') }, false);
  await act(house, supervisor, addSession, { cohort, session: course.session.id });
  const day = dayAtHub(1);
  await act(house, coach, bookPhotos, { application, what: 'photo', on: day, time: '10:00', minutes: 30 });
  const [slot] = await ownerQuery<{ id: string }>(house, 'select id from incubation.photo_slot where application_id = $1', [application]);
  const second = await way.selected('محبوبة الشارني');
  for (const of of [person, second.person]) await act(house, open.officer, recordConsent, { person: of, purpose: 'image', answer: 'given', channel: 'written', language: 'ar' });
  await act(house, supervisor, publishSpotlight, { application, name: 'أم ياسين', words: { fr: 'Du pain' }, sector: 'food', she_asked: true });
  await move('trained');
  await ownerQuery(house, 'update network.agreement_version set valid_from = current_date - 90, valid_until = current_date - 1 where agreement_id = $1', [agreement]);
  const visit = newId();
  await ownerQuery(house, `insert into incubation.follow_up (network_id, id, hub_id, application_id, venture_id, person_id, month, due_on) values ($1, $2, $3, $4, $5, $6, 3, current_date)`, [world.network, visit, world.hub, application, venture, person]);
  tries = ([
    [enterCohort, { cohort, receipt: second.receipt }], [nameCoach, { application, coach: other.account }], [addSession, { cohort, session: course.session.id }],
    [moveApplication, { application, to: 'incubating' }], [stopApplication, { application, reason: 'other' }], [recordCoaching, { application, kind: 'skills', minutes: 30, on: '2026-02-01' }],
    [proposeMentor, { application, mentor }], [answerMentoring, { mentoring, answer: 'accepted' }], [endMentoring, { mentoring }],
    [answerAsMentor, { mentoring, answer: 'accepted' }, guide], [recordMentoring, { mentoring, kind: 'skills', minutes: 30, on: '2026-02-01' }, guide],
    [setDeliverable, { cohort, names: { fr: 'x' }, due_on: day }],
    [chooseLegalForm, { venture, form: 'auto_entrepreneur' }], [finishLegalStep, { venture, step: 'file', on: '2026-02-01' }], [writePlan, { venture, kind: 'plan', seen: 1, sections: { offer: 'x' } }],
    [decidePlan, { plan, decision: 'validated' }], [addPrototype, { venture, changed: 'x', tried_by: 0, on: '2026-02-01' }], [addProduct, { venture, name: 'x', materials: 'x', price: '1' }],
    [setMilestone, { venture, code: 'first_sale', due_on: '2026-03-01' }], [meetMilestone, { milestone }], [checkMilestone, { milestone, answer: 'checked' }],
    [openVenture, { application, name: 'x', sector: 'food' }], [followUp, { follow_up: visit, alive: 'yes', verified: 'visit', jobs: [] }], [createEnterprise, { venture, on: '2026-02-01' }], [listVenture, { venture, agreed: 'yes' }],
    [bookPhotos, { application, what: 'film', on: day, time: '12:00', minutes: 30 }], [markPhotos, { slot: slot!.id, state: 'called_off' }],
    [publishSpotlight, { application, name: 'x', words: { fr: 'x' }, sector: 'food', she_asked: true }],
  ] as const) as never;
}, 60_000);

describe('a partner whose agreement ended in mid-cohort', () => {
  it('writes nothing more: each action on its cohort and its ventures is refused, and none is forgotten here', async () => {
    const { house } = world;
    for (const [action, input, own] of tries) {
      const actor = own ?? (action.fullName === listVenture.fullName ? manager : way.supervisor);
      await expect(act(house, actor, action, input as never), action.fullName).rejects.toMatchObject(over);
    }
    const writing = [...cohortAccess, ...ventureAccess, ...spotlightAccess].map(({ name }) => name.split('.')[1]!).filter((name) => /^(open|hand|close|enter|name|add|move|stop|record|end|propose|answer|choose|finish|write|decide|set|meet|check|create|follow-up$|list-venture|book|mark|publish|take)/.test(name));
    const tried = new Set(tries.map(([{ fullName }]) => fullName.split('.')[1]!));
    expect(writing.filter((name) => !tried.has(name) && !(name in staysOpen))).toEqual([]);
    expect(await ask(house, way.coach, cohortSheet, { cohort: way.cohort })).toMatchObject({ readOnly: true });
    await expect(act(house, manager, openCohort, { names: { fr: 'x' }, partner, from_on: '2026-01-05', until_on: '2026-12-20', places: 2 })).rejects.toMatchObject({ code: 'incubation.no-agreement' });
    await act(house, way.supervisor, takeSpotlightAway, { application: way.application });
  });

  it('holds no course either: asking, seats, days and attendance are refused', async () => {
    const { house } = world;
    const { session, seats: [seat], halves: [half] } = course;
    const id = session.id;
    const refused = { code: 'training.agreement-over' };
    const { supervisor } = way;
    await expect(act(house, supervisor, announceSession, { session: id })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, moveSession, { session: id, first_on: '2027-01-05', why: 'trainer' })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, cancelSession, { session: id, why: 'trainer' })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, closeSession, { session: id })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, giveSeats, { session: id })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, requestSeat, { session: id, person: way.person })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, placeByHand, { seat: seat!.id, reason: 'hardship' })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, refuseSeat, { seat: seat!.id, reason: 'other_stage' })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, giveBackSeat, { seat: seat!.id, reason: 'her_wish' })).rejects.toMatchObject(refused);
    await expect(act(house, supervisor, markAttendance, { half_day: half!.id, via: 'hand', mark: { [seat!.id]: 'present' } })).rejects.toMatchObject(refused);
    expect(await ask(house, supervisor, sessionSheet, { session: id })).toMatchObject({ readOnly: true });
  });

  it('is stopped by the tables themselves, whatever program writes as the web’s login', async () => {
    const { house, network, hub } = world;
    const { application, cohort, venture, person, supervisor } = way;
    const row = sql`${network}, ${newId()}, ${hub}`;
    const bare = [
      sql`update incubation.application set state = 'incubating' where id = ${application}`, sql`update incubation.application set state = 'dropped_out' where id = ${application}`,
      sql`update incubation.cohort set until_on = until_on + 30 where id = ${cohort}`, sql`update incubation.cohort_place set coach_id = null where application_id = ${application}`,
      sql`insert into incubation.coaching_act (network_id, id, hub_id, application_id, person_id, kind, minutes, on_day, account_id, recorded_at) values (${row}, ${application}, ${person}, 'skills', 5, current_date, ${supervisor.account}, now())`,
      sql`update incubation.venture set legal_form = 'association' where id = ${venture}`, sql`update incubation.plan_version set decision = 'returned', decided_at = now(), decided_by = ${supervisor.account}, words = 'x' where venture_id = ${venture}`,
      sql`insert into incubation.prototype (network_id, id, hub_id, venture_id, person_id, version, changed, tried_by, made_on) values (${row}, ${venture}, ${person}, 9, 'x', 0, current_date)`,
      sql`update incubation.milestone set met_at = now(), met_by = ${supervisor.account} where venture_id = ${venture}`, sql`update incubation.mentoring set state = 'accepted' where application_id = ${application}`,
      sql`update incubation.photo_slot set state = 'called_off' where application_id = ${application}`,
      sql`update training.session set state = 'cancelled' where id = ${course.session.id}`, sql`update training.seat set state = 'given_back', reason = 'her_wish' where session_id = ${course.session.id}`,
      sql`delete from training.taught where session_id = ${course.session.id}`, sql`update training.half_day set on_day = on_day + 1 where session_id = ${course.session.id}`,
    ];
    for (const [at, statement] of bare.entries()) {
      const done = inTransaction(house.app, beginFor(supervisor), async (tx) => Number((await statement.execute(tx)).numAffectedRows ?? 0n));
      const stopped = await done.then((rows) => `${rows} rows`, (error: Error) => error.message);
      expect([at, stopped]).toEqual([at, expect.stringContaining('read-only')]);
    }
  });

  it('is judged by the same rule in both places, and works again once the cohort is handed over or the agreement holds', async () => {
    const { house, hub } = world;
    const { cohort, supervisor, move } = way;
    const said = (): Promise<readonly [boolean, boolean]> => inTransaction(house.app, beginFor(supervisor), async (tx, now) => [
      (await agreementInForce(tx, { opens: 'delegated-service', organization: partner, hub, at: now })) !== undefined,
      (await sql`select from incubation.read_only_cohort where cohort_id = ${cohort}`.execute(tx)).rows.length === 0,
    ]);
    const dated = (from: number, until: number) => ownerQuery(house, 'update network.agreement_version set valid_from = current_date + $2::int, valid_until = current_date + $3::int where agreement_id = $1', [agreement, from, until]);
    expect(await said()).toEqual([false, false]);
    for (const [from, until, holds] of [[2, 9, false], [-9, 9, true]] as const) {
      await dated(from, until);
      expect(await said()).toEqual([holds, holds]);
    }
    await act(house, manager, suspendAgreement, { agreement });
    expect(await said()).toEqual([false, false]);
    await act(house, manager, resumeAgreement, { agreement });
    expect(await said()).toEqual([true, true]);
    const funding = await world.as('funding_officer');
    const seemsReadOnly = async () => (await ask(house, funding, cohortSheet, { cohort })).readOnly;
    expect(await seemsReadOnly()).toBe(false);
    await dated(-9, -1);
    expect(await seemsReadOnly()).toBe(true);
    await act(house, supervisor, handOverCohort, { cohort });
    await move('incubating');
    await act(house, supervisor, giveBackSeat, { seat: course.seats[0]!.id, reason: 'her_wish' });
    await act(house, supervisor, closeCohort, { cohort });
  });
});
