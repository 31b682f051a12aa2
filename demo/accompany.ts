import { answerAssignment } from '#modules/accompaniment/assign/answer-assignment.ts';
import { proposeAssignment } from '#modules/accompaniment/assign/propose-assignment.ts';
import { askClosure } from '#modules/accompaniment/closing/ask-closure.ts';
import { decideApproval } from '#modules/accompaniment/closing/decide-approval.ts';
import { dropOut } from '#modules/accompaniment/closing/drop-out.ts';
import { makeDiagnosis } from '#modules/accompaniment/diagnosis/diagnoses.ts';
import { addFollowUp, finishFollowUp } from '#modules/accompaniment/follow-up/follow-ups.ts';
import { openCase } from '#modules/accompaniment/open-case/open-case.ts';
import { addGoal } from '#modules/accompaniment/plan/goals.ts';
import { addStep, finishStep } from '#modules/accompaniment/plan/steps.ts';
import { submitPlan } from '#modules/accompaniment/plan/submit-plan.ts';
import { callOffSession } from '#modules/accompaniment/session/call-off-session.ts';
import { holdSession } from '#modules/accompaniment/session/hold-session.ts';
import { planSession } from '#modules/accompaniment/session/plan-session.ts';
import { saveSessionDraft } from '#modules/accompaniment/session/save-session-draft.ts';
import type { DemoHub } from './content/hubs.ts';
import { demoPlans, sessionNotes } from './content/plans.ts';
import type { Later } from './follow-referral.ts';
import { colleagueAt, daysAfter, does, type Load } from './load.ts';
import type { Told } from './one-visit.ts';
import type { Chance } from './seeded.ts';

interface Following {
  readonly hub: DemoHub;
  readonly chance: Chance;
  readonly at: Date;
  readonly later: Later;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** After an orientation somebody is accompanied: the file is opened at the desk, a coach is asked, and months follow. Some wait for somebody. */
export function accompanyAfter(load: Load, told: Told, following: Following): void {
  const { hub, chance, at, later } = following;
  if (!load.staff.has(`coach.${hub.key}`)) return;
  const { person, organization } = told.client;
  const kind = organization ? 'organization' : chance.weigh({ project: 75, work: 15, daily_life: 10 });
  const asked = daysAfter(at, chance.between(1, 6));
  const waits = chance.yes(0.12);
  later(daysAfter(at, 0.01), async (load) => {
    const opened = colleagueAt(load, `desk.${hub.key}`, daysAfter(at, 0.01));
    const { case: file } = await does(load, opened, openCase, { kind, ticket: told.ticket, person: organization ? undefined : person });
    if (!waits) later(asked, (load) => begin(load, file, { ...following, at: asked }, organization !== undefined));
  });
}

async function begin(load: Load, file: string, following: Following, isBody: boolean): Promise<void> {
  const { hub, chance, at, later } = following;
  const coach = (when: Date) => colleagueAt(load, `coach.${hub.key}`, when);
  const { assignment } = await does(load, colleagueAt(load, `supervisor.${hub.key}`, at), proposeAssignment, { case: file, account: coach(at).account });
  if (chance.yes(0.08)) return;
  const agreed = daysAfter(at, chance.between(1, 3));
  later(agreed, async (load) => {
    await does(load, coach(agreed), answerAssignment, { assignment, answer: 'accepted' });
    if (isBody) await does(load, coach(agreed), makeDiagnosis, { case: file, scores: { governance: 3, management: 2, finance: 2, marketing: 1, production: 4, digital: 2 } });
    await plan(load, file, { ...following, at: agreed });
  });
}

/** The plan, its approval, sessions every third week, and the end for some. */
async function plan(load: Load, file: string, following: Following): Promise<void> {
  const { hub, chance, at, later } = following;
  const coach = colleagueAt(load, `coach.${hub.key}`, at);
  const { area, words, steps } = chance.pick(demoPlans);
  const { goal } = await does(load, coach, addGoal, { case: file, area, words });
  const made: string[] = [];
  for (const [turn, step] of steps.entries()) {
    made.push((await does(load, coach, addStep, { goal, words: step, who: turn === 1 ? 'worker' : 'she', due_on: dayOf(daysAfter(at, 21 * (turn + 1))) })).step);
  }
  const { approval } = await does(load, coach, submitPlan, { case: file });
  const { followUp } = await does(load, coach, addFollowUp, { case: file, what: chance.pick(['call', 'm3', 'papers'] as const), due_on: dayOf(daysAfter(at, 90)) });
  const back = daysAfter(at, chance.between(86, 95));
  if (chance.yes(0.85)) later(back, async (load) => { await does(load, colleagueAt(load, `coach.${hub.key}`, back), finishFollowUp, { follow_up: followUp, found: chance.weigh({ well: 70, needs_help: 20, not_reached: 10 }) }); });
  const decided = daysAfter(at, chance.between(1, 5));
  later(decided, async (load) => { await does(load, colleagueAt(load, `supervisor.${hub.key}`, decided), decideApproval, { approval, decision: 'approved' }); });
  for (const turn of [1, 2, 3]) await meet(load, file, { ...following, at: daysAfter(at, turn * 20) }, { step: chance.yes(0.9) ? made[turn - 1]! : null, note: turn === 1, plannedAt: at });
  const end = daysAfter(at, chance.between(130, 170));
  const how = chance.weigh({ graduates: 55, 'stops coming': 15, goes: 30 });
  if (how !== 'goes') later(end, (load) => (how === 'graduates' ? graduate(load, file, { ...following, at: end }) : leave(load, file, { ...following, at: end })));
}

interface Meeting { readonly step: string | null; readonly note: boolean; readonly plannedAt: Date }

async function meet(load: Load, file: string, { hub, chance, at, later }: Following, { step, note, plannedAt }: Meeting): Promise<void> {
  const coach = (when: Date) => colleagueAt(load, `coach.${hub.key}`, when);
  // Far ahead nobody plans: what lies more than a month after today is left to be planned.
  if (at.getTime() > daysAfter(load.now, 30).getTime()) return;
  const { session } = await does(load, coach(plannedAt), planSession, { case: file, on: dayOf(at), at: chance.pick(['09:00', '10:30', '14:00']), place: chance.weigh({ hub: 70, phone: 15, home: 10, outside: 5 }) });
  later(at, async (load) => {
    if (chance.yes(0.12)) { await does(load, coach(at), callOffSession, { session, state: 'missed' }); return; }
    if (note) await does(load, coach(at), saveSessionDraft, { session, notes: { heard: chance.pick(sessionNotes) } });
    await does(load, coach(at), holdSession, { session, act: chance.weigh({ accompaniment: 50, entrepreneurship: 20, marketing: 12, legal: 10, skills: 8 }), minutes: chance.between(3, 9) * 10 });
    if (step) await does(load, coach(at), finishStep, { step });
  });
}

async function graduate(load: Load, file: string, { hub, at, later }: Following): Promise<void> {
  const { approval } = await does(load, colleagueAt(load, `coach.${hub.key}`, at), askClosure, { case: file, outcome: 'graduated', reason: 'goals_reached' });
  const decided = daysAfter(at, 3);
  later(decided, async (load) => { await does(load, colleagueAt(load, `supervisor.${hub.key}`, decided), decideApproval, { approval, decision: 'approved' }); });
}

async function leave(load: Load, file: string, { hub, chance, at }: Following): Promise<void> {
  await does(load, colleagueAt(load, `coach.${hub.key}`, at), dropOut, { case: file, reason: chance.pick(['no_news', 'moved', 'family'] as const) });
}
