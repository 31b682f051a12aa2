import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { writeCriterion } from '../rules/write-criterion.ts';
import { writeQuota } from '../rules/write-quota.ts';
import { applicationCheck } from '../submit/application-check.query.ts';
import { agesOn } from '../submit/ages-on.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { applicantSearch } from '../apply/applicant-search.query.ts';
import { addApplicants } from './add-applicants.ts';
import { applicationForm } from './application-form.query.ts';
import { applicationList } from './application-list.query.ts';
import { applicationReceipt } from './application-receipt.query.ts';
import { applicationSheet } from './application-sheet.query.ts';
import { applicationsOfPerson } from './applications-of-person.query.ts';
import { dropApplicant } from './drop-applicant.ts';
import { saveAnswers } from './save-answers.ts';
import { withdrawApplication } from './withdraw-application.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });
const names = { en: 'x', fr: 'x', ar: 'س' };

describe('the ages of a call', () => {
  it('are those of the closing day: thirty-five until the birthday, two where only the year is known', () => {
    expect(agesOn({ date: '1990-03-11', year: 1990, about: false }, '2026-03-10')).toEqual([35]);
    expect(agesOn({ date: '1990-03-10', year: 1990, about: false }, '2026-03-10')).toEqual([36]);
    expect(agesOn({ date: '1992-02-29', year: 1992, about: false }, '2027-02-28')).toEqual([34]);
    expect(agesOn({ year: 1990, about: false }, '2026-03-10')).toEqual([35, 36]);
    expect(agesOn({ year: 1990, about: true }, '2026-12-31')).toEqual([38, 34]);
    expect(agesOn({ year: null, about: false }, '2026-03-10')).toEqual([]);
  });
});

describe('an application', () => {
  it('is kept field by field, also by two at once, and handed in with what it was judged by', async () => {
    const test = await callToAnswer(await openHub(), { age_lowest: 18, age_highest: 35 });
    const { world: { house }, manager, officer, call } = test;
    for (const [dimension, value] of [['sex', 'female'], ['territory', 'TN-43'], ['age', '18-35'], ['stage', 'idea'], ['disability', 'yes'], ['applicants', 'group']] as const)
      await act(house, manager, writeQuota, { call, names, dimension, value, rule: 'at_most', places: 1 });
    const woman = await test.woman('خديجة العيادي', { birth_year: new Date().getFullYear() - 36 });
    await expect(test.begin(woman, {}, await test.world.as('supervisor'))).rejects.toMatchObject(refused('call-not-open'));
    await test.publish();
    const { application } = await test.begin(woman);
    await expect(test.begin(woman)).rejects.toMatchObject({ ...refused('already-applied'), offer: { persons: [woman] } });
    await expect(act(house, officer, addApplicants, { application, person: [woman] })).rejects.toMatchObject(refused('one-person-alone'));

    // One field alone, while all that must be answered is empty; what is not offered is not guessed.
    await test.save(application, { sector: 'food' });
    await expect(test.save(application, { sector: 'moon' })).rejects.toMatchObject(refused('answer-not-offered'));
    await expect(test.save(application, { nothing: 'x' })).rejects.toMatchObject(refused('answer-not-offered'));
    await expect(test.submit(application)).rejects.toMatchObject({ ...refused('answers-missing'), offer: { questions: ['stage', 'project'] } });
    const opened = await ask(house, officer, applicationForm, { application, part: 1 });
    expect([opened.parts, opened.questions.map(({ code }) => code), opened.answers]).toEqual([2, ['stage', 'sector', 'project', 'jobs-planned'], { sector: 'food' }]);

    // A colleague saved meanwhile: what only one of them touched is joined, what both changed is shown to the second.
    const colleague = await test.world.as('case_worker');
    await test.save(application, { stage: 'idea', project: 'خبز الدار' }, colleague);
    const mine = { stage: 'existing', sector: 'crafts', project: '', 'jobs-planned': '٣' };
    const form = (more: object = {}) => ({ application, answers: mine, seen: JSON.stringify(opened.seen), ...more });
    await expect(act(house, officer, saveAnswers, form())).rejects.toMatchObject({
      ...refused('answers-changed-meanwhile'), offer: { conflicts: [{ field: 'stage', mine: 'existing', theirs: 'idea' }] },
    });
    await act(house, officer, saveAnswers, form({ shown: JSON.stringify({ stage: 'idea' }), keep: { stage: 'theirs' } }));
    expect((await ask(house, officer, applicationForm, { application, part: 1 })).answers).toEqual({ stage: 'idea', sector: 'crafts', project: 'خبز الدار', 'jobs-planned': 3 });
    const kept = await ownerQuery<{ question: string; said: unknown; sealed: Buffer | null; version: number }>(house, 'select question, said, sealed, version from incubation.answer where application_id = $1', [application]);
    const project = kept.find(({ question }) => question === 'project')!;
    expect([project.said, project.sealed!.includes(Buffer.from('خبز')), kept.find(({ question }) => question === 'jobs-planned')!.version]).toEqual([null, false, 3]);

    // One answer alone, as the page sends it while she types: the mark that comes back stands for it, and says nothing of it.
    const alone = (code: string, value: string, seen: string, by = officer) => act(house, by, saveAnswers, { application, answers: { [code]: value }, seen: JSON.stringify({ [code]: seen }) });
    const { marks } = await alone('jobs-planned', '٤', '3');
    expect([Object.keys(marks), marks['jobs-planned']!.length]).toEqual([['jobs-planned'], (await alone('project', 'خبز الدار', 'خبز الدار')).marks.project!.length]);
    const first = await alone('project', 'خبز الدار ', 'خبز الدار');
    expect(first.changed).toBe(0);
    const second = await alone('project', 'خبز الدار والحلويات', first.marks.project!);
    await expect(alone('project', 'خبز آخر', first.marks.project!, colleague)).rejects.toMatchObject(refused('answers-changed-meanwhile'));
    expect((await act(house, officer, saveAnswers, { application, answers: { project: 'خبز الدار', 'jobs-planned': '3' }, seen: JSON.stringify({ project: second.marks.project, 'jobs-planned': marks['jobs-planned'] }) })).changed).toBe(2);

    // The year alone leaves 35 or 36: asked for the date, she is 35 until the day after closing, and not if she was born before.
    await test.save(application, { 'head-of-household': 'yes', disability: 'yes' });
    const check = await ask(house, officer, applicationCheck, { application });
    expect([check.reasons, check.missing]).toEqual([['age_unknown'], []]);
    await expect(test.submit(application)).rejects.toMatchObject({ ...refused('not-eligible'), offer: { reasons: ['age_unknown'] } });
    const closes = (await ask(house, officer, callSheet, { call })).call.closes_on;
    const born = (days: number): string => `${Number(closes.slice(0, 4)) - 36}${new Date(Date.parse(closes) + days * 86_400_000).toISOString().slice(4, 10)}`;
    await expect(test.submit(application, { born: born(0).replace(/^..../, '1980') })).rejects.toMatchObject(refused('birth-does-not-fit'));
    await expect(test.submit(application, { born: born(0) })).rejects.toMatchObject({ offer: { reasons: ['too_old'] } });
    expect(await test.submit(application, { born: born(1) })).toMatchObject({ state: 'applied', reasons: [] });
    await expect(test.save(application, { sector: 'food' })).rejects.toMatchObject(refused('application-handed-in'));
    await expect(test.submit(application)).rejects.toMatchObject(refused('application-handed-in'));

    // Handed in, what is sealed closes to the desk and to PostgreSQL; whoever leads the team may open it.
    const told = async (by: Actor) => (await ask(house, by, applicationForm, { application, part: 1 })).answers.project;
    const lead = await test.world.as('supervisor');
    expect([await told(officer), await told(lead)]).toEqual([undefined, 'خبز الدار']);
    const sealedFor = (by: Actor) => inTransaction(house.app, beginFor(by), (tx) => sql`select question from incubation.answer where application_id = ${application} and sealed is not null`.execute(tx).then(({ rows }) => rows.length > 0), false);
    expect([await sealedFor(officer), await sealedFor(lead)]).toEqual([false, true]);
    await expect(ask(house, officer, applicationCheck, { application })).rejects.toMatchObject({ name: 'NotFound' });
    const sheet = await ask(house, officer, applicationSheet, { application });
    expect(sheet.application).toMatchObject({ state: 'applied', sex: 'female', age: 35, territory_code: 'TN-43', stage: 'idea', members: 1 });
    expect(sheet.quotas.map(({ dimension }) => dimension)).toEqual(['sex', 'territory', 'age', 'stage', 'disability']);
    // A sealed answer gives points and is not repeated.
    expect(sheet.points.map(({ criterion, points, why }) => [criterion, points, why]).sort()).toEqual([['household', 10, { reads: 'head-of-household' }], ['stage', 6, { reads: 'stage', answer: 'idea' }]]);
    expect(sheet.answers).not.toHaveProperty('project');
    expect(sheet.behind.map(({ card }) => card.name)).toEqual(['خديجة العيادي']);
    expect(await ask(house, officer, applicationReceipt, { application })).toMatchObject({ receipt: sheet.application.receipt, call: { names: { en: 'Test call' } } });

    // Who decides about money reads a receipt, a place and an age; no name and no number of a person anywhere.
    const funding = await test.world.as('funding_officer');
    const seen = [await ask(house, funding, applicationSheet, { application }), await ask(house, funding, applicationList, { call })];
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`خديجة|${woman}`));
    expect(seen[1]).toMatchObject({ count: 1, applications: [{ receipt: sheet.application.receipt, age: 35, client: null }] });
    expect((await ask(house, officer, applicationList, { call, sex: 'female', place: 'TN', receipt: sheet.application.receipt.toLowerCase(), sort: 'age' })).applications).toMatchObject([{ client: { kind: 'person', name: 'خديجة العيادي' } }]);
    const there = await test.world.secondHub();
    await expect(ask(house, await there.as('supervisor'), applicationSheet, { application })).rejects.toThrow('not-found');
    await expect(ask(house, await there.as('desk_officer'), applicationList, { call })).rejects.toThrow('not-found');
    expect((await ask(house, officer, applicantSearch, { typed: 'khadija' })).people.map(({ id }) => id)).toEqual([woman]);

    // Taken back while the window is open, she may apply again; each application is told on her sheet.
    await act(house, officer, withdrawApplication, { application, reason: 'begun_by_mistake' });
    await expect(act(house, officer, withdrawApplication, { application, reason: 'other' })).rejects.toMatchObject(refused('withdrawn-too-late'));
    const again = await test.begin(woman);
    const hers = await ask(house, officer, applicationsOfPerson, { person: woman });
    expect([hers.applications.map(({ id, state }) => [id, state]), hers.open]).toEqual([[[again.application, 'draft'], [application, 'withdrawn']], []]);
  });

  it('of a group has two at least, and a date of birth opens only while something is open for her', async () => {
    const test = await callToAnswer(await openHub(), { applicants: 'groups', members_least: 2, sexes: ['female'], age_highest: 35 });
    const { world: { house }, officer, call } = test;
    await test.publish();
    const closes = (await ask(house, officer, callSheet, { call })).call.closes_on;
    const birth_date = `${Number(closes.slice(0, 4)) - 36}${new Date(Date.parse(closes) + 86_400_000).toISOString().slice(4, 10)}`;
    const young = { birth_year: 2000 };
    const [leader, sister, brother] = [await test.woman('سعاد', { birth_year: Number(birth_date.slice(0, 4)) }), await test.woman('هدى', young), await test.woman('كريم', { ...young, sex: 'male' })];
    await act(house, officer, recordConsent, { person: leader, purpose: 'service', answer: 'given', channel: 'written', language: 'ar' });
    await act(house, officer, setContact, { person: leader, birth_date });
    await expect(test.begin(leader)).rejects.toMatchObject(refused('applicant-kind-not-asked'));
    const { application } = await test.begin(leader, { applicant: 'group' });
    await test.save(application);
    expect((await ask(house, officer, applicationCheck, { application })).reasons).toEqual(['age_unknown', 'members_few']);
    expect(await act(house, officer, addApplicants, { application, person: [sister, brother] })).toMatchObject({ joined: 2 });
    expect((await ask(house, officer, applicationCheck, { application })).reasons).toEqual(['age_unknown', 'sex']);
    await (await openDesk(test.world, officer)).visit(leader);
    expect((await ask(house, officer, applicationCheck, { application })).reasons).toEqual(['sex']);
    // She asked to hand it in all the same: it is answered in writing.
    await act(house, officer, dropApplicant, { application, person: brother });
    await act(house, officer, addApplicants, { application, person: brother });
    await expect(act(house, officer, dropApplicant, { application, person: leader })).rejects.toMatchObject(refused('leader-stays'));
    expect(await test.submit(application, { anyway: true })).toMatchObject({ state: 'ineligible', reasons: ['sex'] });
  });

  it('of a cooperative of 674 is one application and 674 women, each once; who applied alone already is refused', async () => {
    const test = await callToAnswer(await openHub({ country: 'MA', territory: 'MA-LAA' }), { territory: 'MA-11', sexes: ['female'], age_lowest: null, age_highest: null });
    const { world: { house, network, hub }, manager, officer, call } = test;
    await act(house, manager, writeCriterion, { call, code: 'size', names, kind: 'automatic', weight: 5, most: 10, reads: 'members', spans: { 1: { from: 50, points: 10 } } });
    await test.publish();
    const place = { territory: 'MA-LAA' };
    const alone = await test.woman('فاطمة', place);
    const first = await test.begin(alone);
    await test.save(first.application);
    await test.submit(first.application);
    const leader = await test.woman('مباركة', place);
    const members = Array.from({ length: 673 }, () => newId());
    await ownerQuery(house, `insert into people.person select p.* from people.person base cross join unnest($2::uuid[]) with ordinality as m (id, n)
      cross join lateral jsonb_populate_record(base, jsonb_build_object('id', m.id, 'code', 'M' || upper(substr(md5(m.id::text), 1, 8)), 'name', 'عضو ' || m.n)) as p where base.id = $1`, [leader, members]);
    await ownerQuery(house, `insert into people.enrolment select p.* from people.enrolment base cross join unnest($2::uuid[]) as m (id)
      cross join lateral jsonb_populate_record(base, jsonb_build_object('id', gen_random_uuid(), 'person_id', m.id)) as p where base.person_id = $1`, [leader, members]);
    const organization = await inventOrganization(test.world, { ar: 'تعاونية الأمل', fr: 'Coopérative Al Amal' });
    await ownerQuery(house, `update network.organization set territory_code = 'MA-LAA' where id = $1`, [organization]);
    const { application } = await test.begin(leader, { applicant: 'organization', organization });
    await expect(test.begin(members[0]!, { applicant: 'organization', organization })).rejects.toMatchObject(refused('already-applied'));
    await expect(act(house, officer, addApplicants, { application, person: [...members, alone] })).rejects.toMatchObject({ ...refused('already-applied'), offer: { persons: [alone] } });
    expect(await act(house, officer, addApplicants, { application, person: members })).toMatchObject({ joined: 673 });
    await test.save(application);
    expect(await test.submit(application)).toMatchObject({ state: 'applied' });
    const sheet = await ask(house, officer, applicationSheet, { application });
    expect([sheet.application.members, sheet.persons, sheet.application.sex, sheet.application.territory_code]).toEqual([674, 674, 'female', 'MA-LAA']);
    // Whoever decides about money knows no body either, before it is decided.
    expect((await ask(house, await test.world.as('funding_officer'), applicationList, { call })).applications.map(({ client }) => client)).toEqual([null, null]);
    expect((await ask(house, officer, applicationList, { call })).applications.map(({ client }) => client?.kind)).toEqual(['organization', 'person']);
    expect(sheet.points.find(({ criterion }) => criterion === 'size')).toMatchObject({ points: 10, why: { reads: 'members', answer: 674 } });
    const [told] = await ownerQuery<{ women: string; events: string }>(house, `select count(distinct person_id) as women, count(*) as events from core.event
      where network_id = $1 and hub_id = $2 and name = 'incubation.applicant-registered' and body ->> 'sex' = 'female' and subject_id = $3`, [network, hub, application]);
    expect([Number(told!.women), Number(told!.events)]).toEqual([674, 674]);
    expect((await ask(house, officer, callSheet, { call })).counts).toEqual([{ state: 'applied', count: 2, persons: 675 }]);
  });

  it('is taken until the last moment by the clock of the database and never after, whatever the job that closes is doing', async () => {
    const world = await openHub({ country: 'MA', territory: 'MA-LAA', demo: true });
    const window = { opens: '2026-02-01', closes: '2026-02-15', closes_hour: '02:30', territory: 'MA-11', age_lowest: null, age_highest: null };
    const test = await callToAnswer(world, window, { demoAt: new Date('2026-02-05T09:00:00Z') });
    const at = (moment: string) => ({ ...test.officer, demoAt: new Date(moment) });
    expect(await test.publish()).toMatchObject({ state: 'open' });
    const [one, two] = [await test.woman('أمينة', { territory: 'MA-LAA' }), await test.woman('زينب', { territory: 'MA-LAA' })];
    const first = await test.begin(one);
    const second = await test.begin(two);
    for (const { application } of [first, second]) await test.save(application);
    // On that night the clock of Morocco shows 02:30 twice (Ramadan begins): the first counts, 01:30 UTC.
    expect(await test.submit(first.application, {}, at('2026-02-15T01:30:00Z'))).toMatchObject({ state: 'applied' });
    await expect(test.submit(second.application, {}, at('2026-02-15T01:30:00.001Z'))).rejects.toMatchObject(refused('call-not-open'));
    await expect(test.save(second.application, { sector: 'sea' }, at('2026-02-15T02:30:00Z'))).rejects.toMatchObject(refused('call-not-open'));
  });
});
