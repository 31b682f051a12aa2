import { describe, expect, it } from 'vitest';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { grantPurposes } from '#modules/accompaniment/codes.ts';
import { grantNotes } from '#modules/accompaniment/notes-grant/notes-grants.ts';
import { openCase } from '#modules/accompaniment/open-case/open-case.ts';
import { planSession } from '#modules/training/session/plan-session.ts';
import '#modules/accompaniment/routes.tsx';
import '#modules/training/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { onThePath } from '#tests/fixtures/on-the-path.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { closeCohort } from '../cohort/change-cohort.ts';
import { coachingNotes, recordCoaching } from '../cohort/coaching.ts';
import { cohortSheet } from '../cohort/cohort-sheet.query.ts';
import { openCohort } from '../cohort/open-cohort.ts';
import { enterCohort, nameCoach, stopApplication } from '../cohort/places.ts';
import { addSession } from '../cohort/sessions.ts';
import { createEnterprise } from './create-enterprise.ts';
import { followUp, followUpList, turnoverTold } from './follow-ups.ts';
import { chooseLegalForm, finishLegalStep } from './legal.ts';
import { listVenture } from './list-venture.ts';
import { checkMilestone, meetMilestone, setMilestone } from './milestones.ts';
import { decidePlan, writePlan } from './plans.ts';
import { openVenture } from './open-venture.ts';
import { addProduct, addPrototype } from './products.ts';

const refusedAs = (code: string) => ({ code: `incubation.${code}` });

describe('a cohort', () => {
  it('takes selected applications once, up to its places, and nobody of another hub sees it', async () => {
    const { world, supervisor, coach, selected, cohort, receipt, application, person } = await onThePath({ places: 2 });
    const { house } = world;
    await expect(act(house, supervisor, enterCohort, { cohort, receipt })).rejects.toMatchObject(refusedAs('already-in-cohort'));
    await expect(act(house, supervisor, enterCohort, { cohort, receipt: 'ZZZZZZZZ' })).rejects.toMatchObject(refusedAs('unknown-receipt'));
    const second = await selected('منية الزواري');
    await ownerQuery(house, `update incubation.application set state = 'waitlisted' where id = $1`, [second.application]);
    await expect(act(house, supervisor, enterCohort, { cohort, receipt: second.receipt })).rejects.toMatchObject(refusedAs('not-on-path'));
    await ownerQuery(house, `update incubation.application set state = 'selected' where id = $1`, [second.application]);
    await act(house, supervisor, enterCohort, { cohort, receipt: second.receipt });
    const third = await selected('سنية المثلوثي');
    await expect(act(house, supervisor, enterCohort, { cohort, receipt: third.receipt })).rejects.toMatchObject(refusedAs('cohort-full'));
    await act(house, supervisor, stopApplication, { application: second.application, reason: 'moved' });
    await act(house, supervisor, enterCohort, { cohort, receipt: third.receipt });
    expect(await eventsAbout(world, application, 'incubation.application-entered-cohort')).toMatchObject([{ person_id: person, body: { sex: 'female', kind: 'person', members: 1, cohort } }]);
    await expect(act(house, supervisor, openCohort, { names: { fr: 'x' }, from_on: '2026-05-01', until_on: '2026-01-01', places: 1 })).rejects.toMatchObject(refusedAs('ends-before-it-begins'));
    const fourth = await selected('زهرة الكافي');
    await expect(act(house, supervisor, nameCoach, { application: fourth.application, coach: coach.account })).rejects.toMatchObject(refusedAs('in-no-cohort'));
    await expect(act(house, supervisor, nameCoach, { application, coach: supervisor.network })).rejects.toMatchObject(refusedAs('coach-not-here'));
    const elsewhere = await (await world.secondHub()).as('supervisor');
    await expect(ask(house, elsewhere, cohortSheet, { cohort })).rejects.toMatchObject({ name: 'NotFound' });
    // Whoever may not read the register of persons finds the receipt and no name, and never a person's number.
    const blind = await ask(house, await world.as('funding_officer'), cohortSheet, { cohort });
    expect(blind.cards.map(({ name }) => name)).toEqual([null, null, null]);
    expect(JSON.stringify(blind)).not.toContain(person);
    expect((await ask(house, supervisor, cohortSheet, { cohort })).cards.some(({ name }) => name === 'خديجة العيادي')).toBe(true);
    const another = await callToAnswer(world, { code: 'another-call' });
    const theirs = await act(house, supervisor, openCohort, { names: { fr: 'Autre' }, call: another.call, from_on: '2026-01-05', until_on: '2026-12-20', places: 2 });
    await expect(act(house, supervisor, enterCohort, { cohort: theirs.cohort, receipt: fourth.receipt })).rejects.toMatchObject(refusedAs('other-call'));
    await act(house, supervisor, closeCohort, { cohort });
    await expect(act(house, supervisor, enterCohort, { cohort, receipt: fourth.receipt })).rejects.toMatchObject(refusedAs('cohort-over'));
  });

  it('takes part in a course of the hub, once', async () => {
    const { world, supervisor, cohort } = await onThePath();
    const soon = dayAtHub(9);
    const { session } = await act(world.house, await world.as('hub_manager'), planSession, {
      topic: 'digital', names: { fr: 'Numérique' }, place: { fr: 'Grande salle' }, audience: 'beneficiaries', languages: ['ar'], seats: 4,
      priority: ['women_and_youth'], asks_until: dayAtHub(), days: [{ on: soon, halves: 'morning' }], trainers: [],
    });
    await act(world.house, supervisor, addSession, { cohort, session });
    await expect(act(world.house, supervisor, addSession, { cohort, session })).rejects.toMatchObject(refusedAs('session-there-already'));
    await expect(act(world.house, supervisor, addSession, { cohort, session: cohort })).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a project', () => {
  it('goes its way: plan by other eyes, papers, creation, follow-ups by themselves, register without typing again', async () => {
    const { world, supervisor, coach, other, venture, application, person, move, sheet } = await onThePath();
    const { house } = world;
    const plan = (actor = coach, seen = 0, said: Record<string, string> = { offer: 'خبز' }) => act(house, actor, writePlan, { venture, kind: 'plan', seen, sections: said });
    const first = await plan();
    await expect(plan(other, 0)).rejects.toMatchObject(refusedAs('newer-version'));
    await expect(plan(coach, 1, {})).rejects.toMatchObject(refusedAs('plan-empty'));
    await expect(act(house, coach, decidePlan, { plan: first.plan, decision: 'validated' })).rejects.toMatchObject(refusedAs('own-plan'));
    await expect(act(house, other, decidePlan, { plan: first.plan, decision: 'returned' })).rejects.toMatchObject(refusedAs('say-what-to-change'));
    await act(house, other, decidePlan, { plan: first.plan, decision: 'returned', words: 'الأسعار ناقصة' });
    const second = await plan(coach, 1, { offer: 'خبز', forecast: '300' });
    await expect(act(house, other, decidePlan, { plan: first.plan, decision: 'validated' })).rejects.toMatchObject(refusedAs('decided-already'));
    // Neither the web's own login nor its owner can let somebody decide on her own: the table itself refuses.
    const forced = ownerQuery(house, `update incubation.plan_version set decision = 'validated', decided_at = now(), decided_by = written_by where id = $1`, [second.plan]);
    await expect(forced).rejects.toMatchObject({ constraint: 'plan_four_eyes' });
    // Nor does a colleague sign in another's name, at the table itself.
    const inAnothersName = inTransaction(house.app, beginFor(coach), (tx) => sql`update incubation.plan_version set decision = 'validated', decided_at = now(), decided_by = ${other.account} where id = ${second.plan}`.execute(tx), false);
    await expect(inAnothersName).rejects.toMatchObject({ constraint: 'hands_own' });
    await move('trained');
    await move('incubating');
    await expect(move('trained')).rejects.toMatchObject(refusedAs('no-such-step'));
    await act(house, other, decidePlan, { plan: second.plan, decision: 'validated' });
    expect((await sheet()).application.state).toBe('plan_validated');
    expect((await sheet()).venture?.plans.map(({ version, sections, decision }) => [version, Object.keys(sections).length, decision])).toEqual([[2, 2, 'validated'], [1, 1, 'returned']]);

    await expect(act(house, supervisor, createEnterprise, { venture, on: '2024-11-30' })).rejects.toMatchObject(refusedAs('no-legal-form'));
    await act(house, coach, chooseLegalForm, { venture, form: 'smsa' });
    await act(house, coach, finishLegalStep, { venture, step: 'members', on: '2024-10-01' });
    await expect(act(house, coach, finishLegalStep, { venture, step: 'members', on: '2024-10-01' })).rejects.toMatchObject(refusedAs('done-already'));
    await expect(act(house, coach, finishLegalStep, { venture, step: 'social_security', on: '2024-10-01' })).rejects.toMatchObject(refusedAs('no-such-form-here'));
    await expect(act(house, supervisor, listVenture, { venture, agreed: true })).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(act(house, await world.as('hub_manager'), listVenture, { venture, agreed: true })).rejects.toMatchObject(refusedAs('not-created'));
    await act(house, supervisor, createEnterprise, { venture, on: '2024-11-30' });
    await expect(act(house, coach, chooseLegalForm, { venture, form: 'gda' })).rejects.toMatchObject(refusedAs('created-already'));
    await expect(act(house, coach, openVenture, { application, name: 'خبز', sector: 'food' })).rejects.toMatchObject(refusedAs('venture-there-already'));
    expect(await eventsAbout(world, application, 'incubation.venture-created')).toMatchObject([{ person_id: person, body: { venture, form: 'smsa', sex: 'female' } }]);

    // 30 November and three months: a February without a thirtieth. Written by hand from a calendar.
    const { venture: grown } = await sheet();
    expect(grown!.followUps.map(({ month, dueOn }) => [month, dueOn])).toEqual([[3, '2025-02-28'], [6, '2025-05-30'], [12, '2025-11-30'], [24, '2026-11-30']]);
    const [m3, m6, m12, m24] = grown!.followUps.map(({ id }) => id);
    expect((await ask(house, coach, followUpList, {})).rows.map(({ month }) => month).slice(0, 3)).toEqual([3, 6, 12]);
    await expect(act(house, coach, followUp, { follow_up: m6, alive: 'yes', verified: 'visit', jobs: [] })).rejects.toMatchObject(refusedAs('earlier-first'));
    const jobs = { 0: { sex: 'female', age: 'young', persons: '2', fte_hundredths: '125' }, 1: { sex: 'male', age: 'older', persons: '1', fte_hundredths: '25' }, 2: { sex: 'female', age: 'older', persons: '', fte_hundredths: '' } };
    await expect(act(house, coach, followUp, { follow_up: m3, alive: 'yes', verified: 'visit', jobs: [{ sex: 'male', age: 'young', persons: 1 }] })).rejects.toMatchObject(refusedAs('jobs-need-people'));
    await act(house, coach, followUp, { follow_up: m3, alive: 'yes', verified: 'visit', turnover: '١٢٥٠٫٥٠٠', jobs });
    expect((await sheet()).application.state).toBe('post_creation');
    expect(await eventsAbout(world, application, 'incubation.followed-up')).toMatchObject([{ body: { month: 3, alive: true, jobs: 3, jobs_female: 2, jobs_young: 2, fte_hundredths: 150 } }]);
    expect(await ask(house, coach, turnoverTold, { venture })).toEqual({ told: [{ month: 3, currency: 'TND', amountMinor: 1_250_500 }] });
    for (const by of [other, supervisor, await world.as('hub_manager')]) await expect(ask(house, by, turnoverTold, { venture })).rejects.toMatchObject({ name: 'NotFound' });
    const [kept] = await ownerQuery<{ sealed: Buffer }>(house, 'select sealed from incubation.turnover where id = $1', [m3]);
    expect(kept!.sealed.toString('latin1')).not.toContain('1250500');
    await act(house, coach, followUp, { follow_up: m6, alive: 'yes', verified: 'papers', jobs: [] });
    await act(house, coach, followUp, { follow_up: m12, alive: 'yes', verified: 'register', jobs: [] });
    await expect(act(house, coach, followUp, { follow_up: m12, alive: 'no', verified: 'phone', jobs: [] })).rejects.toMatchObject(refusedAs('done-already'));
    await expect(act(house, coach, followUp, { follow_up: m24, alive: 'yes', verified: 'visit', jobs: [] })).rejects.toMatchObject(refusedAs('not-due-yet'));
    await ownerQuery(house, `update incubation.follow_up set due_on = current_date where id = $1`, [m24]);
    await act(house, coach, followUp, { follow_up: m24, alive: 'yes', verified: 'visit', jobs: [] });
    expect((await sheet()).application.state).toBe('consolidated');
    await expect(act(house, coach, recordCoaching, { application, kind: 'skills', minutes: 30, on: '2026-02-01' })).rejects.toMatchObject(refusedAs('path-over'));

    const manager = await world.as('hub_manager');
    await expect(act(house, manager, listVenture, { venture })).rejects.toMatchObject(refusedAs('she-must-agree'));
    const { organization } = await act(house, manager, listVenture, { venture, agreed: true });
    await expect(act(house, manager, listVenture, { venture, agreed: true })).rejects.toMatchObject(refusedAs('listed-already'));
    expect(organization).toBe((await sheet()).venture?.organization?.id);
  });

  it('keeps coaching, prototypes and products; a milestone is checked by another than who says it is met', async () => {
    const { world, coach, other, supervisor, venture, application, person, open, sheet } = await onThePath();
    const { house } = world;
    await act(house, coach, recordCoaching, { application, kind: 'entrepreneurship', minutes: 45, on: '2026-02-01', note: 'تخاف من الدين' });
    await expect(act(house, coach, recordCoaching, { application, kind: 'skills', minutes: 30, on: '2099-02-01' })).rejects.toMatchObject(refusedAs('day-to-come'));
    expect((await ask(house, coach, coachingNotes, { application })).notes).toMatchObject([{ minutes: 45, note: 'تخاف من الدين', by: 'Hela Mansouri' }]);
    await expect(ask(house, open.officer, coachingNotes, { application })).rejects.toMatchObject({ code: 'core.role-missing' });
    // A colleague, also who leads the team, opens notes by a grant alone: the table says so too.
    const rowsFor = (by: Actor) => inTransaction(house.app, beginFor(by), (tx) => sql`select id from incubation.coaching_note where application_id = ${application}`.execute(tx).then(({ rows }) => rows.length), false);
    for (const by of [other, supervisor]) await expect(ask(house, by, coachingNotes, { application })).rejects.toMatchObject({ name: 'NotFound' });
    expect([await rowsFor(coach), await rowsFor(other), await rowsFor(supervisor), (await sheet()).opensLife, (await sheet(coach)).opensLife]).toEqual([1, 0, 0, false, true]);
    const { case: file } = await act(house, open.officer, openCase, { kind: 'project', ticket: await (await openDesk(world, open.officer)).visit(person) });
    await act(house, supervisor, grantNotes, { case: file, account: other.account, purpose: grantPurposes[0], days: 5 });
    expect([(await ask(house, other, coachingNotes, { application })).notes.length, await rowsFor(other), await rowsFor(supervisor)]).toEqual([1, 1, 0]);
    await act(house, coach, addPrototype, { venture, changed: 'سلة من الحلفاء', tried_by: 0, on: '2026-02-01' });
    await act(house, coach, addPrototype, { venture, changed: 'غطاء أضيق', tried_by: '٥', heard: 'أخف', on: '2026-03-01' });
    await act(house, coach, addProduct, { venture, name: 'مصباح', materials: 'حلفاء', price: '35,5', criteria: ['local_material', 'heritage'] });
    await expect(act(house, coach, addProduct, { venture, name: 'x', materials: 'x', price: '3.12345' })).rejects.toMatchObject(refusedAs('price-not-understood'));
    expect((await sheet()).venture).toMatchObject({ prototypes: [{ version: 2, triedBy: 5 }, { version: 1 }], products: [{ priceMinor: 35_500, currency: 'TND', criteria: ['local_material', 'heritage'] }] });

    await expect(act(house, coach, setMilestone, { venture, code: 'other', due_on: '2026-03-01' })).rejects.toMatchObject(refusedAs('say-which-milestone'));
    const { milestone } = await act(house, coach, setMilestone, { venture, code: 'first_sale', due_on: '2026-03-01' });
    await expect(act(house, other, checkMilestone, { milestone, answer: 'checked' })).rejects.toMatchObject(refusedAs('not-met'));
    await expect(act(house, coach, meetMilestone, { milestone, document: venture })).rejects.toMatchObject(refusedAs('unknown-document'));
    await act(house, coach, meetMilestone, { milestone });
    await expect(act(house, supervisor, meetMilestone, { milestone })).rejects.toMatchObject(refusedAs('met-already'));
    await expect(act(house, coach, checkMilestone, { milestone, answer: 'checked' })).rejects.toMatchObject(refusedAs('own-milestone'));
    const forced = ownerQuery(house, `update incubation.milestone set checked_at = now(), checked_by = met_by where id = $1`, [milestone]);
    await expect(forced).rejects.toMatchObject({ constraint: 'milestone_four_eyes' });
    const signed = (by: Actor, set: RawBuilder<unknown>) => inTransaction(house.app, beginFor(by), (tx) => sql`update incubation.milestone set ${set} where id = ${milestone}`.execute(tx), false);
    await expect(signed(coach, sql`checked_at = now(), checked_by = ${other.account}`)).rejects.toMatchObject({ constraint: 'hands_own' });
    await expect(signed(other, sql`met_by = ${supervisor.account}`)).rejects.toMatchObject({ constraint: 'hands_own' });
    await act(house, other, checkMilestone, { milestone, answer: 'checked' });
    await expect(signed(supervisor, sql`checked_at = null, checked_by = null`)).rejects.toMatchObject({ constraint: 'hands_kept' });
    await expect(act(house, supervisor, checkMilestone, { milestone, answer: 'not_yet' })).rejects.toMatchObject(refusedAs('decided-already'));
  });
});
