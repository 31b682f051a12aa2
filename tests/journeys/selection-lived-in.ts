import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { callPutForward } from '#apps/trust/four-eyes/decided-calls.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { fileAppeal } from '#modules/incubation/selection/after/file-appeal.ts';
import { decideSelection } from '#modules/incubation/selection/decide/decide-selection.ts';
import { publishResults } from '#modules/incubation/selection/decide/publish-results.ts';
import { findLinks } from '#modules/incubation/selection/jury/find-links.ts';
import { nameJuror } from '#modules/incubation/selection/jury/name-juror.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { callQuestions, openCall } from '#tests/fixtures/open-call.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** A call before its jury and one with its results out and an appeal waiting; the juror who sits on both. */
export async function selectionLivedIn(world: World, { manager, officer, persons }: { manager: Actor; officer: Actor; persons: readonly string[] }) {
  const { house } = world;
  const juror = await world.as('juror');
  const over = await callPutForward({ world, asker: manager, juror, officer, persons });
  const decider = await world.as('funding_officer');
  await act(house, decider, decideSelection, { decision: over.decision, answer: 'approved' });
  await act(house, manager, publishResults, { call: over.call });
  const rejected = over.applications.at(-1)!;
  await act(house, officer, fileAppeal, { application: rejected, ground: 'points', words: 'نقطة واحدة فقط' });
  const { call } = await openCall(world, manager, {
    code: `j-${newId().slice(-10)}`, territory: 'TN-43', criteria: [{ code: 'project', weight: 40, most: 20 }],
    questions: callQuestions.map((question) => (question.code === 'project' ? { ...question, jury: true } : question)),
  });
  await act(house, manager, nameJuror, { call, account: juror.account });
  const { application } = await act(house, officer, beginApplication, { call, applicant: 'person', person: persons[0]! });
  await act(house, officer, saveAnswers, { application, answers: { stage: 'idea', sector: 'crafts', situation: 'student', training: 'no', project: 'ورشة نسيج' } });
  await act(house, officer, submitApplication, { application, anyway: true });
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await act(house, jobOf(world.network), findLinks, { call });
  return { juror, judged: call, decided: over.call, rejected };
}
