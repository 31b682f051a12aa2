import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { callQuestions, openCall, usualCriteria } from '#tests/fixtures/open-call.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { beginApplication } from '../application/begin-application.ts';
import { applicationForm } from '../application/application-form.query.ts';
import { applicationList } from '../application/application-list.query.ts';
import { applicationSheet } from '../application/application-sheet.query.ts';
import { saveAnswers } from '../application/save-answers.ts';
import { withdrawApplication } from '../application/withdraw-application.ts';
import { submitApplication } from '../submit/submit-application.ts';
import { answerAppeal } from './after/answer-appeal.ts';
import { appealForm } from './after/appeal-form.query.ts';
import { appealList } from './after/appeal-list.query.ts';
import { appealSheet } from './after/appeal-sheet.query.ts';
import { endAppeals } from './after/end-appeals.ts';
import { fileAppeal } from './after/file-appeal.ts';
import { promoteNext } from './after/promote-next.ts';
import { publicResults } from './after/public-results.query.ts';
import { decideSelection } from './decide/decide-selection.ts';
import { proposeSelection } from './decide/propose-selection.ts';
import { publishResults } from './decide/publish-results.ts';
import { selectionToDecide } from './decide/selection-to-decide.query.ts';
import { applicationStatus } from '../own-page/application-status.query.ts';
import { giveApplicationWord } from '../own-page/give-application-word.ts';
import { openApplication } from '../own-page/open-application.ts';
import { ownPageSheet } from '../own-page/own-page-sheet.query.ts';
import { closeScoring } from './jury/close-scoring.ts';
import { declareConflict } from './jury/declare-conflict.ts';
import { findLinks } from './jury/find-links.ts';
import { judgedSheet } from './jury/judged-sheet.query.ts';
import { jury } from './jury/jury.query.ts';
import { leaveJury } from './jury/leave-jury.ts';
import { myJuries } from './jury/my-juries.query.ts';
import { nameJuror } from './jury/name-juror.ts';
import { scoreApplication } from './jury/score-application.ts';
import { rankApplications } from './order/rank-applications.ts';
import { writeRanking } from './order/write-ranking.ts';
import { ranking } from './order/ranking.query.ts';
import { standingSheet } from './order/standing-sheet.query.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });
const hidden = { name: 'NotFound' };

/** Waits until somebody else waits for this transaction. */
async function someoneWaits(house: House, tx: AnyTx): Promise<void> {
  const { rows: [me] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  await vi.waitFor(async () => expect(await ownerQuery(house, 'select pid from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [me!.pid])).not.toEqual([]), { timeout: 5_000 });
}

it('a call goes from its jury to its last appeal: by number, by published rules, decided by two, and other eyes on each appeal', async () => {
  const test = await openAccompanied();
  const { world, desk, supervisor, woman } = test;
  const { house, network } = world;
  const [manager, funding, other] = [await world.as('hub_manager'), await world.as('funding_officer'), await world.as('hub_manager')];
  const first = await world.as('juror', { name: 'Sonia Trabelsi' });
  const second = await world.as('juror', { name: 'Hichem Gharbi' });
  // The third juror is the coach of one of the applicants.
  await ownerQuery(house, `insert into network.held_role (network_id, id, account_id, role, scope, hub_id, from_at, until_at) values ($1, $2, $3, 'juror', 'hub', $4, now() - interval '1 hour', now() + interval '9 days')`, [network, newId(), test.coach.account, world.hub]);
  const coach: Actor = { ...test.coach, roles: [...test.coach.roles, { role: 'juror', scope: 'hub', scopeId: world.hub, hubs: [world.hub] }] };
  const { call, code } = await openCall(world, manager, {
    code: `g-${newId().slice(-8)}`, territory: 'TN-43', places: 2, appealDays: 3, questions: callQuestions.map((question) => (question.code === 'project' ? { ...question, jury: true } : question)),
    quotas: [{ dimension: 'stage', value: 'existing', rule: 'at_least', places: 1 }],
  });

  const people = [woman, ...(await Promise.all([1991, 1992, 1993, 1994].map((born) => desk.person(`Amel ${born}`, born))))];
  const stages = ['idea', 'idea', 'idea', 'existing', 'idea'];
  const applications: { application: string; receipt: string }[] = [];
  for (const [at, person] of people.entries()) {
    const { application } = await act(house, desk.officer, beginApplication, { call, applicant: 'person', person });
    await act(house, desk.officer, saveAnswers, { application, answers: { stage: stages[at]!, sector: 'crafts', situation: 'at-home', training: 'yes', project: `مشروع رقم ${at}` } });
    await act(house, desk.officer, submitApplication, { application, anyway: true });
    const [row] = await ownerQuery<{ receipt: string; state: string }>(house, 'select receipt, state from incubation.application where id = $1', [application]);
    expect(row!.state).toBe('applied');
    applications.push({ application, receipt: row!.receipt });
  }
  const [hers, amel, sami, existing, last] = applications.map(({ application }) => application) as [string, string, string, string, string];

  // Whoever is no juror here is not named; nobody reads or judges before the closing, nor before links were looked for.
  await expect(act(house, manager, nameJuror, { call, account: desk.officer.account })).rejects.toMatchObject(refused('no-juror-here'));
  for (const juror of [first, second, coach]) await act(house, manager, nameJuror, { call, account: juror.account });
  await expect(act(house, manager, nameJuror, { call, account: first.account })).rejects.toMatchObject(refused('already-juror'));
  await expect(ask(house, first, judgedSheet, { application: hers })).rejects.toMatchObject(hidden);
  await expect(act(house, manager, closeScoring, { call })).rejects.toMatchObject(refused('call-not-closed'));
  await ownerQuery(house, `update incubation.call set state = 'closed', state_at = now() where id = $1`, [call]);
  await expect(act(house, first, scoreApplication, { application: hers, scores: [] })).rejects.toMatchObject(hidden);
  expect(await act(house, jobOf(network), findLinks, { call })).toEqual({ jurors: 3, links: 1 });
  // A late file brings one that the coach typed: she is kept from it too, though her links were looked for before.
  await ownerQuery(house, 'update incubation.application set typed_by = $2 where id = $1', [amel, coach.account]);
  expect(await act(house, jobOf(network), findLinks, { call })).toEqual({ jurors: 3, links: 1 });

  // By number: her project in words, never who she is; the coach does not see the one she accompanies, nor the one she typed.
  const sheet = await ask(house, first, judgedSheet, { application: hers });
  expect(sheet.answers.map(({ code: question, answer }) => [question, answer])).toContainEqual(['project', 'مشروع رقم 0']);
  expect(JSON.stringify(sheet)).not.toContain(woman);
  await expect(ask(house, coach, judgedSheet, { application: hers })).rejects.toMatchObject(hidden);
  await expect(act(house, coach, scoreApplication, { application: hers, scores: [{ criterion: 'project', points: 20 }] })).rejects.toMatchObject(hidden);
  expect((await ask(house, coach, jury, { call })).mine).toMatchObject({ all: 3, judged: 0 });

  expect(await ask(house, coach, myJuries, {})).toMatchObject([{ id: call, left: 3 }]);

  // A cousin says so, and what she gave is counted no more.
  const score = (juror: Actor, application: string, points: number) => act(house, juror, scoreApplication, { application, scores: [{ criterion: 'project', points, reason: 'واضح' }] });
  await expect(score(first, hers, 21)).rejects.toMatchObject({ ...refused('too-many-points'), field: 'scores.0.points' });
  await expect(act(house, first, scoreApplication, { application: hers, scores: [] })).rejects.toMatchObject(refused('points-not-given'));
  await score(second, amel, 20);
  await act(house, second, declareConflict, { application: amel, kind: 'kin' });
  await expect(score(second, amel, 20)).rejects.toMatchObject(hidden);
  await expect(act(house, second, declareConflict, { application: amel, kind: 'own' })).rejects.toMatchObject(refused('already-kept-apart'));
  await expect(act(house, manager, closeScoring, { call })).rejects.toMatchObject({ ...refused('not-all-scored'), values: { missing: 5 } });
  for (const [application, points] of [[hers, 16], [amel, 14], [sami, 12], [existing, 4], [last, 10]] as const) {
    await score(first, application, points);
    if (application !== amel) await score(second, application, application === last ? 1 : points);
  }
  const progress = (await ask(house, manager, jury, { call })).team!;
  expect(progress.jurors.map(({ judged, apart }) => [judged, apart])).toEqual([[5, 0], [5, 1], [0, 2]]);
  await expect(ask(house, desk.officer, jury, { call })).rejects.toMatchObject({ code: 'core.role-missing' });
  await act(house, coach, leaveJury, { call, account: coach.account });
  await expect(act(house, first, leaveJury, { call, account: second.account })).rejects.toMatchObject(hidden);

  // Two close at once: one of them is told. Both wait for a juror who is writing.
  await expect(act(house, manager, rankApplications, { call })).rejects.toMatchObject(refused('scoring-not-closed'));
  const { closed } = await inTransaction(house.app, beginFor(first), async (tx) => {
    await sql`update incubation.rubric_score set points = points where network_id = ${network} and application_id = ${hers} and account_id = ${first.account}`.execute(tx);
    const both = Promise.allSettled([act(house, manager, closeScoring, { call }), act(house, supervisor, closeScoring, { call })]);
    await someoneWaits(house, tx);
    return { closed: () => both };
  }, true);
  const closings = await closed();
  expect(closings.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(closings.find((each) => each.status === 'rejected')).toMatchObject({ reason: refused('scoring-over') });
  await expect(score(first, hers, 1)).rejects.toMatchObject(refused('scoring-not-open'));
  await expect(act(house, manager, leaveJury, { call, account: second.account })).rejects.toMatchObject(refused('scoring-over'));

  // The order: the quota takes the only activity that exists, though its score is the lowest.
  await expect(act(house, manager, proposeSelection, { call, present: [] })).rejects.toMatchObject(refused('not-ranked'));
  await act(house, manager, rankApplications, { call, waitlist: 2 });
  const order = await ask(house, manager, ranking, { call });
  const place = (application: string) => order.rows.find((row) => row.application_id === application)!;
  expect(order.rows.map(({ application_id }) => application_id)).toEqual([hers, amel, sami, last, existing]);
  expect([hers, amel, sami, last, existing].map((each) => [place(each).outcome, place(each).why])).toEqual([
    ['selected', 'by_score'], ['waitlisted', 'kept_for_quota'], ['waitlisted', 'below'], ['rejected', 'below'], ['selected', 'by_quota'],
  ]);
  expect(order.rows.filter(({ disagree }) => disagree).map(({ application_id }) => application_id)).toEqual([last]);
  // The published formula, done again with the points of the list: 100 × Σ weight × points ÷ most ÷ Σ weight.
  const { criteria } = order.made!.formula;
  for (const row of order.rows) {
    for (const which of ['raw', 'adjusted'] as const) {
      const again = (100 * criteria.reduce((sum, { code: each, weight, most }) => sum + (weight * row.points[each]![which]) / 1_000 / most, 0)) / criteria.reduce((sum, { weight }) => sum + weight, 0);
      expect(Math.abs(again - row[which] / 1_000)).toBeLessThan(0.0006);
    }
  }
  const why = await ask(house, manager, standingSheet, { call, application: last });
  expect(why.criteria.find(({ code: each }) => each === 'project')!.jury.map(({ points }) => points).sort()).toEqual([1, 10]);
  expect(why.criteria.find(({ code: each }) => each === 'situation')).toMatchObject({ adjusted: 8_000, reads: { reads: 'situation' } });

  // Put forward by one with a quorum, decided by another: never by herself, nor by the cousin.
  await expect(act(house, manager, proposeSelection, { call, present: [first.account] })).rejects.toMatchObject(refused('no-quorum'));
  await expect(act(house, manager, publishResults, { call })).rejects.toMatchObject(refused('not-approved'));
  // Past every action: no quorum of nobody, of strangers, or of one juror twice.
  const [{ id: newest }] = await ownerQuery<{ id: string }>(house, 'select id from incubation.selection where call_id = $1', [call]) as [{ id: string }];
  const forced = (by: Actor, present: readonly (string | null)[], quorum: number) => inTransaction(house.app, beginFor(by), (tx) => sql`insert into incubation.decision (network_id, id, hub_id, call_id, selection_id, asked_by, asked_at, present, quorum)
    values (${network}, ${newId()}, ${world.hub}, ${call}, ${newest}, ${by.account}, now(), ${[...present]}::uuid[], ${quorum})`.execute(tx), false);
  for (const [present, quorum] of [[[], 0], [[first.account], 1], [[first.account, first.account], 2], [[first.account, desk.officer.account], 2]] as const) {
    await expect(forced(manager, present, quorum)).rejects.toMatchObject({ constraint: 'decision_quorum' });
  }
  await forced(manager, [first.account, second.account], 2);
  // Somebody whom she keeps out leads the call too: by number he counts her, and finds, opens, takes back nothing of hers; why, nobody tells him.
  const apart = await world.as('supervisor');
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [network, apart.account, woman]);
  expect((await ask(house, apart, ranking, { call })).rows).toHaveLength(5);
  expect((await ask(house, apart, applicationList, { call })).applications.map(({ id }) => id).sort()).toEqual([amel, sami, existing, last].sort());
  await expect(ask(house, apart, applicationForm, { application: hers })).rejects.toMatchObject(hidden);
  await expect(ask(house, apart, applicationSheet, { application: hers })).rejects.toMatchObject(hidden);
  await expect(act(house, apart, withdrawApplication, { application: hers, reason: 'her_wish' })).rejects.toMatchObject(hidden);
  const answersOf = (by: Actor, application: string) => inTransaction(house.app, beginFor(by), (tx) => sql`select 1 from incubation.answer where network_id = ${network} and application_id = ${application}`.execute(tx).then(({ rows }) => rows.length), false);
  expect([await answersOf(apart, hers), await answersOf(supervisor, hers)]).toEqual([0, 5]);
  // Past every action he writes nothing of hers; what moves by number with all others may move, and a colleague’s hands are free.
  const writes = (by: Actor, set: ReturnType<typeof sql>, application = hers) => inTransaction(house.app, beginFor(by), (tx) => sql`update incubation.application set ${set} where network_id = ${network} and id = ${application}`.execute(tx).then(({ numAffectedRows }) => Number(numAffectedRows)), false);
  const keptOut = { constraint: 'application_kept_apart' };
  for (const set of [sql`state = 'withdrawn', state_at = now(), reason = 'her_wish'`, sql`territory_code = 'TN-11'`, sql`members = 9`, sql`reason = 'other'`]) await expect(writes(apart, set)).rejects.toMatchObject(keptOut);
  await expect(writes(apart, sql`members = 9`, amel)).resolves.toBe(1);
  await expect(writes(supervisor, sql`state = 'withdrawn', state_at = now(), reason = 'her_wish'`)).resolves.toBe(1);
  await expect(writes(apart, sql`state = 'waitlisted', state_at = now(), reason = 'below'`)).resolves.toBe(1);
  expect((await ask(house, apart, selectionToDecide, { call })).linked).toBe(false);
  await expect(act(house, apart, proposeSelection, { call, present: [first.account, second.account] })).rejects.toMatchObject(refused('others-decide'));
  await expect(forced(apart, [first.account, second.account], 2)).rejects.toMatchObject({ constraint: 'decision_conflict' });
  const { decision: returned } = await act(house, manager, proposeSelection, { call, present: [first.account, second.account] });
  await expect(act(house, manager, proposeSelection, { call, present: [first.account, second.account] })).rejects.toMatchObject(refused('decision-waits'));
  await expect(act(house, manager, rankApplications, { call })).rejects.toMatchObject(refused('decision-waits'));
  await expect(act(house, manager, decideSelection, { decision: returned, answer: 'approved' })).rejects.toMatchObject(refused('own-proposal'));
  await expect(act(house, funding, decideSelection, { decision: returned, answer: 'returned' })).rejects.toMatchObject(refused('return-words-missing'));
  await expect(act(house, apart, decideSelection, { decision: returned, answer: 'approved' })).rejects.toMatchObject(refused('others-decide'));
  await act(house, funding, decideSelection, { decision: returned, answer: 'returned', words: 'راجعوا قائمة الانتظار' });
  await act(house, funding, rankApplications, { call, waitlist: 2 });
  await act(house, other, declareConflict, { application: sami, kind: 'kin' });
  await expect(act(house, other, proposeSelection, { call, present: [first.account, second.account] })).rejects.toMatchObject(refused('own-link'));
  const { decision } = await act(house, funding, proposeSelection, { call, present: [first.account, second.account] });
  await expect(act(house, other, decideSelection, { decision, answer: 'approved' })).rejects.toMatchObject(refused('own-link'));
  expect((await ask(house, manager, selectionToDecide, { call })).made).toMatchObject({ version: 2, counts: { selected: 2, waitlisted: 2, rejected: 1 }, decision: { own: false, quorum: 2 } });
  await act(house, manager, decideSelection, { decision, answer: 'approved' });
  await expect(act(house, supervisor, decideSelection, { decision, answer: 'approved' })).rejects.toMatchObject(refused('decided-already'));
  await expect(act(house, manager, rankApplications, { call })).rejects.toMatchObject(refused('decided-already'));

  // Results by receipt, to anybody, without a name.
  const visitor: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'web' };
  await expect(ask(house, visitor, publicResults, { code })).rejects.toMatchObject(hidden);
  await expect(act(house, manager, promoteNext, { application: hers })).rejects.toMatchObject(refused('results-not-published'));
  await expect(act(house, desk.officer, fileAppeal, { application: amel, ground: 'points' })).rejects.toMatchObject(refused('nothing-to-appeal'));
  await act(house, manager, publishResults, { call });
  await expect(act(house, manager, publishResults, { call })).rejects.toMatchObject(refused('results-published'));
  const receiptOf = (application: string) => applications.find((each) => each.application === application)!.receipt;
  const results = await ask(house, visitor, publicResults, { code, receipt: receiptOf(last).toLowerCase() });
  expect(results).toMatchObject({ counts: { selected: 2, waitlisted: 2, rejected: 1 }, one: { outcome: 'rejected', why: 'below' }, call: { nextStep: { fr: 'Passez au guichet' } } });
  expect(results.rows.map(({ receipt }) => receipt).sort()).toEqual([receiptOf(hers), receiptOf(existing)].sort());

  // The activity that exists withdraws: nobody else keeps that quota, so the first who waits moves up, once.
  await expect(act(house, manager, promoteNext, { application: hers })).rejects.toMatchObject(refused('place-not-free'));
  await act(house, desk.officer, withdrawApplication, { application: existing, reason: 'her_wish' });
  expect(await act(house, jobOf(network), promoteNext, { application: existing })).toEqual({ promoted: receiptOf(amel) });
  await expect(act(house, manager, promoteNext, { application: existing })).rejects.toMatchObject(refused('place-not-free'));
  expect((await ask(house, visitor, publicResults, { code, receipt: receiptOf(amel) })).one).toMatchObject({ outcome: 'selected', why: 'promoted' });

  // Appeals: sealed, once, answered by somebody who neither put forward nor decided; then the days are over.
  await expect(act(house, desk.officer, fileAppeal, { application: hers, ground: 'facts' })).rejects.toMatchObject(refused('nothing-to-appeal'));
  expect(await ask(house, desk.officer, appealForm, { application: last })).toMatchObject({ open: true, state: 'rejected' });
  // On her own page she reads until when, then that it waits; the others' pages tell nothing of it.
  await act(house, desk.officer, giveApplicationWord, { application: last, word: 'olive' });
  const { code: slip } = (await ask(house, desk.officer, ownPageSheet, { application: last })).door!;
  const { pass } = await act(house, visitor, openApplication, { code: slip, word: 'زيتونة' });
  expect(await ask(house, visitor, applicationStatus, { pass })).toMatchObject({ receipt: receiptOf(last), step: 'rejected', call: { results: true, nextStep: { fr: 'Passez au guichet' } }, appeal: { open: true, filed: null } });
  const { appeal } = await act(house, desk.officer, fileAppeal, { application: last, ground: 'points', words: 'أعطتني عضوة نقطة واحدة' });
  expect((await ask(house, visitor, applicationStatus, { pass }))!.appeal).toMatchObject({ open: false, filed: { outcome: null } });
  await expect(act(house, desk.officer, fileAppeal, { application: last, ground: 'points' })).rejects.toMatchObject(refused('appealed-already'));
  expect(JSON.stringify(await ownerQuery(house, 'select * from incubation.appeal where id = $1', [appeal]))).not.toContain('عضوة');
  expect((await ask(house, supervisor, appealSheet, { call, appeal })).said).toBe('أعطتني عضوة نقطة واحدة');
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) select network_id, $2, person_id, now() from incubation.application where id = $1', [last, apart.account]);
  await expect(ask(house, apart, appealSheet, { call, appeal })).rejects.toMatchObject(hidden);
  await expect(act(house, apart, answerAppeal, { appeal, outcome: 'declined', words: 'لا' })).rejects.toMatchObject(hidden);
  for (const decided of [manager, funding]) await expect(act(house, decided, answerAppeal, { appeal, outcome: 'declined', words: 'لا' })).rejects.toMatchObject(refused('decided-herself'));
  await act(house, supervisor, declareConflict, { application: sami, kind: 'past_link' });
  await act(house, supervisor, answerAppeal, { appeal, outcome: 'upheld', words: 'نعم' });
  await expect(act(house, supervisor, answerAppeal, { appeal, outcome: 'declined', words: 'لا' })).rejects.toMatchObject(refused('appeal-answered'));
  expect((await ask(house, desk.officer, appealList, { call })).rows).toMatchObject([{ receipt: receiptOf(last), outcome: 'upheld' }]);
  expect(await ask(house, visitor, applicationStatus, { pass })).toMatchObject({ step: 'waitlisted', appeal: { filed: { outcome: 'upheld' } } });
  expect((await ask(house, visitor, publicResults, { code, receipt: receiptOf(last) })).one).toMatchObject({ outcome: 'waitlisted', why: 'appeal' });
  const { appeal: linked } = await act(house, desk.officer, fileAppeal, { application: sami, ground: 'rules' });
  await expect(act(house, supervisor, answerAppeal, { appeal: linked, outcome: 'upheld', words: 'نعم' })).rejects.toMatchObject(refused('own-link'));

  // A place becomes free while the first who waits takes hers back: the next moves up, and who left stays gone.
  await act(house, desk.officer, withdrawApplication, { application: hers, reason: 'her_wish' });
  const { promoted } = await inTransaction(house.app, beginFor(desk.officer), async (tx) => {
    await sql`update incubation.application set state = 'withdrawn', state_at = now(), reason = 'her_wish' where network_id = ${network} and id = ${sami}`.execute(tx);
    const running = act(house, jobOf(network), promoteNext, { application: hers });
    await someoneWaits(house, tx);
    return { promoted: () => running };
  }, true);
  expect(await promoted()).toEqual({ promoted: receiptOf(last) });
  expect(await ownerQuery(house, 'select state from incubation.application where id = $1', [sami])).toEqual([{ state: 'withdrawn' }]);
});

it('a call without a jury is decided by two all the same; after the days of appeal none is taken', async () => {
  const world = await openHub();
  const { house, network } = world;
  const [manager, supervisor] = [await world.as('hub_manager'), await world.as('supervisor')];
  const desk = await openDesk(world);
  const { call } = await openCall(world, manager, { code: `n-${newId().slice(-8)}`, territory: 'TN-43', places: 1, criteria: usualCriteria.slice(0, 2) });
  const { application } = await act(house, desk.officer, beginApplication, { call, applicant: 'person', person: await desk.person() });
  await act(house, desk.officer, saveAnswers, { application, answers: { stage: 'idea', sector: 'crafts', situation: 'student', training: 'no', project: 'خياطة' } });
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await act(house, manager, closeScoring, { call });
  await expect(act(house, manager, rankApplications, { call })).rejects.toMatchObject(refused('nobody-to-rank'));
  await ownerQuery(house, `update incubation.application set state = 'applied', submitted_at = now() where id = $1`, [application]);
  const { selection } = await act(house, manager, rankApplications, { call });
  // The job of a long ranking finds it written and adds nothing.
  await act(house, jobOf(network), writeRanking, { selection });
  const { decision } = await act(house, manager, proposeSelection, { call, present: [] });
  await act(house, supervisor, decideSelection, { decision, answer: 'approved' });
  await ownerQuery(house, `update incubation.decision set published_at = now() - interval '9 days', appeals_until = now() - interval '1 second' where id = $1`, [decision]);
  await ownerQuery(house, `update incubation.call set state = 'results_published' where id = $1`, [call]);
  await ownerQuery(house, `update incubation.application set state = 'rejected' where id = $1`, [application]);
  expect(await ask(house, desk.officer, appealForm, { application })).toMatchObject({ open: false });
  await expect(act(house, desk.officer, fileAppeal, { application, ground: 'other' })).rejects.toMatchObject(refused('appeals-over'));
  await act(house, jobOf(network), endAppeals, { call });
  expect((await ask(house, manager, selectionToDecide, { call })).call.state).toBe('appeals_closed');
});

it('changing one answer changes the score by what the published points say', async () => {
  const { rank } = await import('./rank/rank.ts');
  const rules = { criteria: [{ code: 'situation', kind: 'automatic' as const, weight: 40, most: 10 }, { code: 'age', kind: 'automatic' as const, weight: 20, most: 10 }], quotas: [], places: 1, waitlist: 1, ties: ['receipt' as const] };
  const who = (receipt: string, situation: number) => ({ receipt, age: 30, members: 1, handedIn: 0, counts: [], automatic: { situation, age: 8 }, jury: {} });
  const ranks = (situation: number) => rank([who('AAAAAAA1', situation), who('AAAAAAA2', 5)], rules).standings.map(({ receipt, adjusted }) => [receipt, adjusted]);
  // 100 × (40 × 2/10 + 20 × 8/10) / 60 = 40; with out of work (10 points) 100 × (40 + 16) / 60 = 93.333.
  expect(ranks(2)).toEqual([['AAAAAAA2', 60_000], ['AAAAAAA1', 40_000]]);
  expect(ranks(10)).toEqual([['AAAAAAA1', 93_333], ['AAAAAAA2', 60_000]]);
});
