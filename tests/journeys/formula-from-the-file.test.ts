import { expect, test } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { closeScoring } from '#modules/incubation/selection/jury/close-scoring.ts';
import { findLinks } from '#modules/incubation/selection/jury/find-links.ts';
import { nameJuror } from '#modules/incubation/selection/jury/name-juror.ts';
import { scoreApplication } from '#modules/incubation/selection/jury/score-application.ts';
import { rankApplications } from '#modules/incubation/selection/order/rank-applications.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { rankingByNumber } from '#modules/incubation/selection/order/ranking-by-number.query.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { callQuestions, openCall } from '#tests/fixtures/open-call.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { asWritten, takeRanking, workOut } from '#tests/fixtures/taken-ranking.ts';

/** Who applies: year of birth, what she lives from, and what the strict and the mild juror give her project; the last is judged by one alone. */
const women: readonly (readonly [born: number, situation: string, strict: number | null, mild: number])[] = [
  [1990, 'own-work', 9, 17], [1991, 'at-home', 6, 13], [1992, 'out-of-work', 11, 20], [1993, 'student', 4, 11], [1994, 'out-of-work', 7, 14], [1995, 'at-home', 12, 18], [1996, 'student', 3, 12], [1997, 'at-home', null, 15],
];

test('whoever has the file and the printed formula finds every score and every place again; one other answer moves her as the formula says', async () => {
  const world = await openHub();
  const { house, network } = world;
  const web = await openWeb(world);
  const desk = await openDesk(world);
  const [manager, supervisor] = [await world.as('hub_manager'), await world.as('supervisor')];
  const [strict, mild] = [await world.as('juror'), await world.as('juror')];
  const persons: string[] = [];
  for (const [born] of women) persons.push(await desk.person(`Amel ${born}`, born));

  /** The same call with the same women, jurors and points; her situation is what is said. */
  const ranked = async (code: string, hers: string) => {
    const { call } = await openCall(world, manager, { code, territory: 'TN-43', places: 3, questions: callQuestions.map((question) => (question.code === 'project' ? { ...question, jury: true } : question)) });
    const applications: string[] = [];
    for (const [at, person] of persons.entries()) {
      const { application } = await act(house, desk.officer, beginApplication, { call, applicant: 'person', person });
      await act(house, desk.officer, saveAnswers, { application, answers: { stage: 'idea', sector: 'crafts', situation: at === 0 ? hers : women[at]![1], training: 'yes', project: 'نسيج' } });
      await act(house, desk.officer, submitApplication, { application, anyway: true });
      applications.push(application);
    }
    for (const juror of [strict, mild]) await act(house, manager, nameJuror, { call, account: juror.account });
    await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
    await act(house, jobOf(network), findLinks, { call });
    for (const [at, application] of applications.entries()) {
      const [, , low, high] = women[at]!;
      if (low !== null) await act(house, strict, scoreApplication, { application, scores: [{ criterion: 'project', points: low }] });
      await act(house, mild, scoreApplication, { application, scores: [{ criterion: 'project', points: high }] });
    }
    await act(house, supervisor, closeScoring, { call });
    await act(house, supervisor, rankApplications, { call });
    const receipts = await ownerQuery<{ receipt: string; id: string }>(house, 'select receipt, id from incubation.application where call_id = $1', [call]);
    const [csv, xlsx] = [await takeRanking(web, call, supervisor), await takeRanking(web, call, supervisor, { format: 'xlsx' })];
    const byReceipt = <R extends { receipt: string }>(all: readonly R[]) => [...all].sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
    for (const taken of [csv, xlsx]) expect(byReceipt(workOut(taken))).toEqual(byReceipt(asWritten(taken)));
    const of = (at: number) => asWritten(csv).find(({ receipt }) => receipt === receipts.find(({ id }) => id === applications[at])!.receipt)!;
    return { call, csv, hers: of(0), order: applications.map((_, at) => of(at)), sheet: await (await web.get(`/calls/${call}/ranking/${applications[0]}?lang=fr`, supervisor)).text() };
  };
  const before = await ranked('first-2026', 'own-work');
  const after = await ranked('second-2026', 'out-of-work');

  // Not a plain mean: the mild juror's points came nearer to the strict one's.
  expect(before.order.some(({ raw, adjusted }) => raw !== adjusted)).toBe(true);
  // 40 × (10 − 2) ÷ 10, of a hundred in all: thirty-two more, and nobody else's score changes.
  expect(after.hers.adjusted - before.hers.adjusted).toBe(32_000);
  expect(after.order.slice(1).map(({ adjusted }) => adjusted)).toEqual(before.order.slice(1).map(({ adjusted }) => adjusted));
  const above = (order: typeof before.order) => order.slice(1).filter(({ adjusted }) => adjusted > order[0]!.adjusted).length + 1;
  expect([before.hers.rank, after.hers.rank]).toEqual([above(before.order), above(after.order)]);
  expect(after.hers.rank).toBeLessThan(before.hers.rank);
  // Her own sheet says which points did it.
  const points = (sheet: string) => sheet.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect([/situation \S* ?2 2 10 40/.test(points(before.sheet)), /situation \S* ?10 10 10 40/.test(points(after.sheet))]).toEqual([true, true]);

  // The region reads it by number: no name, no person, no application, no single juror; another region and the desk find nothing.
  const coordinator = await world.as('regional_coordinator', { territory: 'TN-43' });
  const seen = await ask(house, coordinator, rankingByNumber, { call: after.call });
  expect([seen.count, seen.rows.map(({ receipt, rank }) => [receipt, rank])]).toEqual([8, asWritten(after.csv).map(({ receipt, rank }) => [receipt, rank])]);
  const page = await (await web.get(`/region/calls/${after.call}/ranking?lang=ar`, coordinator)).text();
  expect([page.includes(seen.rows[0]!.receipt), page.includes('Amel'), persons.some((person) => page.includes(person)), /\/calls\/[^"/]+\/ranking\/[0-9a-f-]{36}/.test(page)]).toEqual([true, false, false, false]);
  expect(Object.keys(seen.rows[0]!).sort()).toEqual(['adjusted', 'disagree', 'outcome', 'place', 'points', 'rank', 'raw', 'receipt', 'tie', 'why']);
  for (const stranger of [await world.as('regional_coordinator', { territory: 'TN-81' }), await world.as('hub_manager'), await world.as('ministry_viewer')]) {
    expect((await web.get(`/region/calls/${after.call}/ranking`, stranger)).status).toBe(404);
  }
}, 60_000);
