import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { fileAppeal } from '#modules/incubation/selection/after/file-appeal.ts';
import { decideSelection } from '#modules/incubation/selection/decide/decide-selection.ts';
import { proposeSelection } from '#modules/incubation/selection/decide/propose-selection.ts';
import { publishResults } from '#modules/incubation/selection/decide/publish-results.ts';
import { closeScoring } from '#modules/incubation/selection/jury/close-scoring.ts';
import { findLinks } from '#modules/incubation/selection/jury/find-links.ts';
import { nameJuror } from '#modules/incubation/selection/jury/name-juror.ts';
import { scoreApplication } from '#modules/incubation/selection/jury/score-application.ts';
import { rankApplications } from '#modules/incubation/selection/order/rank-applications.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openCall } from '#tests/fixtures/open-call.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { type ClaimEyes, openClaimEyes } from './claim-eyes.ts';
import { type MoneyEyes, openMoneyEyes } from './money-eyes.ts';

/** A call that went as far as its proposal, or on to its results. */
export interface DecidedCall {
  readonly call: string;
  readonly applications: readonly string[];
  readonly selection: string;
  readonly decision: string;
  readonly appeal: string | null;
}

/** A hub with two calls, one put forward and one decided and published, money on its way, and all who may try. `kin` said that she is kin to an applicant of both. */
export interface FourEyesWorld {
  readonly world: World;
  readonly asker: Actor;
  readonly decider: Actor;
  readonly third: Actor;
  readonly kin: Actor;
  readonly juror: Actor;
  readonly open: DecidedCall;
  readonly over: DecidedCall;
  readonly money: MoneyEyes;
  /** Claims of a shop, in a network of their own. */
  readonly claims: ClaimEyes;
}

/** Opens that hub by actions alone, the way it happens. */
export async function openFourEyes(): Promise<FourEyesWorld> {
  const world = await openHub();
  const [asker, decider, third, kin, juror] = [await world.as('hub_manager'), await world.as('funding_officer'), await world.as('supervisor'), await world.as('supervisor'), await world.as('juror')];
  const { house } = world;
  const desk = await openDesk(world);
  const persons = [await desk.person('مريم التجريبي', 1985), await desk.person('هدى العيادي', 1990), await desk.person('ليلى الدريدي', 1995)];
  const who = { world, asker, juror, kin, officer: desk.officer, persons };
  const [open, over] = [await callPutForward(who), await callPutForward(who)];
  await act(house, decider, decideSelection, { decision: over.decision, answer: 'approved' });
  await act(house, asker, publishResults, { call: over.call });
  const rejected = over.applications.at(-1)!;
  const { appeal } = await act(house, desk.officer, fileAppeal, { application: rejected, ground: 'points' });
  return { world, asker, decider, third, kin, juror, open: { ...open, appeal: null }, over: { ...over, appeal }, money: await openMoneyEyes(world, asker, decider, third), claims: await openClaimEyes() };
}

interface Who extends Pick<FourEyesWorld, 'world' | 'asker' | 'juror'> {
  readonly kin?: Actor;
  readonly officer: Actor;
  readonly persons: readonly string[];
}

/** A call that was judged, ranked and put forward: each person applied, the asker asks, and who is kin said so. */
export async function callPutForward({ world, asker, juror, kin, officer, persons }: Who) {
  const { house, network } = world;
  const { call } = await openCall(world, asker, { code: `f-${newId().slice(-10)}`, territory: 'TN-43', places: 1, criteria: [{ code: 'project', weight: 40, most: 20 }] });
  await act(house, asker, nameJuror, { call, account: juror.account });
  const applications: string[] = [];
  for (const person of persons) {
    const { application } = await act(house, officer, beginApplication, { call, applicant: 'person', person });
    await act(house, officer, saveAnswers, { application, answers: { stage: 'idea', sector: 'crafts', situation: 'student', training: 'no', project: 'خياطة' } });
    await act(house, officer, submitApplication, { application, anyway: true });
    applications.push(application);
  }
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await act(house, jobOf(network), findLinks, { call });
  for (const [at, application] of applications.entries()) await act(house, juror, scoreApplication, { application, scores: [{ criterion: 'project', points: 15 - at }] });
  if (kin) await ownerQuery(house, `insert into incubation.conflict (network_id, hub_id, call_id, application_id, account_id, kind, declared_at) values ($1, $2, $3, $4, $5, 'kin', now())`, [network, world.hub, call, applications[0], kin.account]);
  await act(house, asker, closeScoring, { call });
  const { selection } = await act(house, asker, rankApplications, { call, waitlist: 0 });
  const { decision } = await act(house, asker, proposeSelection, { call, present: [juror.account] });
  return { call, applications, selection, decision };
}
