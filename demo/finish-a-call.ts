import { applicationList } from '#modules/incubation/application/application-list.query.ts';
import { turnCall } from '#modules/incubation/call/turn-call.ts';
import { cohortSheet } from '#modules/incubation/cohort/cohort-sheet.query.ts';
import { recordCoaching } from '#modules/incubation/cohort/coaching.ts';
import { openCohort } from '#modules/incubation/cohort/open-cohort.ts';
import { enterCohort, moveApplication } from '#modules/incubation/cohort/places.ts';
import { addSession } from '#modules/incubation/cohort/sessions.ts';
import { decideSelection } from '#modules/incubation/selection/decide/decide-selection.ts';
import { proposeSelection } from '#modules/incubation/selection/decide/propose-selection.ts';
import { publishResults } from '#modules/incubation/selection/decide/publish-results.ts';
import { closeScoring } from '#modules/incubation/selection/jury/close-scoring.ts';
import { rankApplications } from '#modules/incubation/selection/order/rank-applications.ts';
import { createEnterprise } from '#modules/incubation/venture/create-enterprise.ts';
import { followUp } from '#modules/incubation/venture/follow-ups.ts';
import { chooseLegalForm } from '#modules/incubation/venture/legal.ts';
import { setMilestone } from '#modules/incubation/venture/milestones.ts';
import { openVenture } from '#modules/incubation/venture/open-venture.ts';
import { decidePlan, writePlan } from '#modules/incubation/venture/plans.ts';
import { ventureSheet } from '#modules/incubation/venture/venture-sheet.query.ts';
import type { DemoHub } from './content/hubs.ts';
import { said } from './content/written.ts';
import { answerCall, type DemoCall, publish } from './open-a-call.ts';
import { asks, colleagueAt, dayAgo, daysAgo, does, type Load } from './load.ts';
import { showTheCohort } from './show-the-cohort.ts';

const spring: DemoCall = {
  code: 'machari3-al-sana', territory: 'TN-43', names: ['مشاريع قائمة: الدورة الأولى (مثال)', 'Projets existants : première session (exemple)', 'Existing projects: first round (example)'], places: 3, answers: 7, quotas: [], days: [44, 34], jury: false,
};
const ventures = [
  { name: 'خبز الدار', sector: 'food', form: 'auto_entrepreneur', began: 200, offer: 'خبز الشعير والملاوي للمدارس والمقاهي (مثال).', jobs: [{ sex: 'female', age: 'young', persons: 2, fte_hundredths: 150 }] },
  { name: 'Nessej Bouzid', sector: 'crafts', form: 'auto_entrepreneur', began: 110, offer: 'Margoum et kilims à motifs anciens, vendus en ligne (exemple).', jobs: [{ sex: 'female', age: 'older', persons: 1, fte_hundredths: 100 }] },
] as const;

/** One call of the hub is over: published rules, a ranking, two who decided, results by receipt; those selected go their way together, two enterprises among them with their follow-ups. */
export async function finishACall(load: Load, hub: DemoHub): Promise<void> {
  if (hub.key !== 'sidi-bouzid') return;
  const at = (role: string, days: number) => colleagueAt(load, `${role}.${hub.key}`, daysAgo(load, days));
  const call = await publish(load, hub, spring);
  const applications = await answerCall(load, hub, spring, call, true);
  if (applications.length <= spring.places) return;
  await does(load, { ...at('manager', 33), account: null, hub: null, roles: [], app: 'job' }, turnCall, { call });
  await does(load, at('manager', 33), closeScoring, { call });
  await does(load, at('manager', 33), rankApplications, { call, waitlist: 1 });
  const { decision } = await does(load, at('manager', 32), proposeSelection, { call, present: [] });
  await does(load, at('supervisor', 31), decideSelection, { decision, answer: 'approved' });
  await does(load, at('manager', 30), publishResults, { call });
  await goTogether(load, hub, call, at);
}

type At = (role: string, days: number) => ReturnType<typeof colleagueAt>;

async function goTogether(load: Load, hub: DemoHub, call: string, at: At): Promise<void> {
  const { applications } = await asks(load, at('supervisor', 29), applicationList, { call, state: 'selected' });
  const coach = load.staff.get(`coach.${hub.key}`)!.account;
  const { cohort } = await does(load, at('supervisor', 29), openCohort, {
    call, names: said(['فوج الربيع (مثال)', 'Promotion du printemps (exemple)', 'Spring cohort (example)']), from_on: dayAgo(load, 28), until_on: dayAgo(load, -120), places: 10,
  });
  for (const { receipt } of applications) await does(load, at('supervisor', 28), enterCohort, { cohort, receipt, coach });
  const { toJoin: [course] } = await asks(load, at('supervisor', 1), cohortSheet, { cohort });
  if (course) await does(load, at('supervisor', 1), addSession, { cohort, session: course.id });
  for (const [turn, { id: application }] of applications.slice(0, 3).entries()) {
    await does(load, at('coach', 27), moveApplication, { application, to: 'incubating' });
    await does(load, at('coach', 26 - turn), recordCoaching, { application, kind: 'skills', minutes: 60 + turn * 30, on: dayAgo(load, 26 - turn) });
  }
  for (const [turn, { id: application }] of applications.slice(0, ventures.length).entries()) await createOne(load, application, ventures[turn]!, at);
  await showTheCohort(load, hub, cohort);
}

/** An enterprise from its plan to the follow-ups that are due. */
async function createOne(load: Load, application: string, { name, sector, form, began, offer, jobs }: (typeof ventures)[number], at: At): Promise<void> {
  const { venture } = await does(load, at('coach', 24), openVenture, { application, name, sector });
  const { plan } = await does(load, at('coach', 22), writePlan, { venture, kind: 'plan', seen: 0, sections: { offer } });
  await does(load, at('supervisor', 20), decidePlan, { plan, decision: 'validated' });
  await does(load, at('coach', 20), setMilestone, { venture, code: 'first_sale', due_on: dayAgo(load, -30) });
  await does(load, at('coach', 18), chooseLegalForm, { venture, form });
  await does(load, at('supervisor', 15), createEnterprise, { venture, on: dayAgo(load, began) });
  const sheet = await asks(load, at('coach', 10), ventureSheet, { venture });
  for (const { id } of sheet.venture!.followUps.filter(({ dueOn }) => dueOn <= dayAgo(load, 10))) await does(load, at('coach', 10), followUp, { follow_up: id, alive: 'yes', verified: 'visit', turnover: '4200', jobs });
}
