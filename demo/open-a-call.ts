import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { callChoices } from '#modules/incubation/call/call-choices.query.ts';
import { draftCall } from '#modules/incubation/call/draft-call.ts';
import { publishCall } from '#modules/incubation/call/publish-call.ts';
import { writeCriterion } from '#modules/incubation/rules/write-criterion.ts';
import { writeQuota } from '#modules/incubation/rules/write-quota.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import type { DemoHub } from './content/hubs.ts';
import { said, type Written } from './content/written.ts';
import { asks, colleagueAt, dayAgo, daysAgo, does, type Load, minutesAfter } from './load.ts';
import { chanceFrom } from './seeded.ts';

const projects = ['حليب النوق ومشتقاته', 'Couture et broderie sahraouie', 'نسج الخيام والزرابي', 'Pâtisserie à domicile', 'تثمين منتوجات البحر', 'Boutique en ligne de bijoux', 'زراعة الشعير المستنبت', 'Garderie de quartier'] as const;

/** A call of the demo: its region, how many answer it at most, between which days before the load it was open, and whether jurors sit on it. */
export interface DemoCall {
  readonly code: string;
  readonly territory: string;
  readonly names: Written;
  readonly places: number;
  readonly answers: number;
  readonly quotas: readonly (readonly [string, number])[];
  readonly days?: readonly [opened: number, closed: number];
  readonly jury?: boolean;
}

/** Where a call is open now. */
const callsOfDemo: Readonly<Record<string, DemoCall>> = {
  'MA-11': {
    code: 'jisr-laayoune', territory: 'MA-11', names: ['جسر التمكين والريادة: العيون', 'Jisr Tamkin wa Riyada : Laâyoune', 'Jisr Tamkin wa Riyada: Laâyoune'], places: 30, answers: 16,
    quotas: [['MA-LAA', 15], ['MA-BOD', 3], ['MA-ESM', 3], ['MA-TAF', 2]],
  },
  'TN-43': { code: 'machari3-sidi-bouzid', territory: 'TN-43', names: ['مشاريع سيدي بوزيد', 'Projets de Sidi Bouzid', 'Projects of Sidi Bouzid'], places: 5, answers: 6, quotas: [] },
};

/** One call that is open today, with the women and men of the desk who answered it: published rules, automatic points, receipts. */
export async function openACall(load: Load, hub: DemoHub): Promise<void> {
  const plan = hub.territory ? callsOfDemo[hub.territory] : undefined;
  // Two hubs stand in one place: the station beside the CitESS opens no second call.
  if (!plan || hub.kind === 'coworking-incubation' || !load.staff.has(`desk.${hub.key}`)) return;
  await answerCall(load, hub, plan, await publish(load, hub, plan));
}

/** Women of the desk answer the call one after the other; gives their applications that were handed in. */
export async function answerCall(load: Load, hub: DemoHub, plan: DemoCall, call: string, existing?: true): Promise<readonly string[]> {
  const chance = chanceFrom(`call ${hub.key}${plan.days ? ` ${plan.code}` : ''}`);
  const persons: string[] = [];
  for (let page = 1; persons.length < plan.answers; page++) {
    const { people } = await asks(load, colleagueAt(load, `desk.${hub.key}`, load.now), peopleSearch, { page });
    persons.push(...people.filter(({ birthYear, sex }) => birthYear && sex === 'female').map(({ id }) => id));
    if (people.length < 50) break;
  }
  const [opened] = plan.days ?? usualDays;
  const applications: string[] = [];
  for (const [at, person] of persons.slice(0, plan.answers).entries()) {
    const officer = colleagueAt(load, `desk.${hub.key}`, minutesAfter(daysAgo(load, opened - 2 - Math.floor(at / 4), 9), at * 7));
    const { application } = await does(load, officer, beginApplication, { call, applicant: 'person', person });
    const works = existing ?? chance.yes(0.3);
    await does(load, officer, saveAnswers, {
      application,
      answers: {
        stage: works ? 'existing' : 'idea', sector: chance.pick(['food', 'crafts', 'farming', 'sea', 'care', 'trade', 'digital']), project: chance.pick(projects),
        ...(works ? { 'since-year': String(2015 + chance.between(0, 9)), 'jobs-now': String(chance.between(1, 4)) } : {}),
        'jobs-planned': String(chance.between(1, 5)), 'own-share': String(chance.between(0, 30)), rural: chance.yes(0.4) ? 'yes' : 'no', 'head-of-household': chance.yes(0.25) ? 'yes' : 'no',
      },
    });
    // A few were begun and wait for what is missing.
    if (!plan.days && chance.yes(0.08)) continue;
    await does(load, officer, submitApplication, { application, anyway: true });
    applications.push(application);
  }
  return applications;
}

const usualDays = [20, -20] as const;

/** Publishes a call with its rules, five days before it opens. */
export async function publish(load: Load, hub: DemoHub, { code, territory, names, places, quotas, days: [opened, closed] = usualDays, jury = true }: DemoCall): Promise<string> {
  const manager = colleagueAt(load, `manager.${hub.key}`, daysAgo(load, opened + 5));
  const { forms, programmes } = await asks(load, manager, callChoices, {});
  const { call } = await does(load, manager, draftCall, {
    code, names: said(names), territory, applicants: 'persons', form: forms[0]!.id, programme: programmes[0]?.id, places, appeal_days: 10, members_least: 1, sexes: ['female'], age_lowest: 18, age_highest: 64,
    about: said(['تكوين ومواكبة ومنحة لصاحبات الأفكار والمشاريع.', 'Formation, accompagnement et appui aux porteuses d’idées et de projets.', 'Training, accompaniment and support for women with ideas and projects.']),
    next_step: said(['يبقى الشباك مفتوحا: تكوين في كل شهر ونداء جديد كل سنة.', 'Le guichet reste ouvert : une formation chaque mois et un nouvel appel chaque année.', 'The desk stays open: training every month and a new call every year.']),
    opens: dayAgo(load, opened), opens_hour: '08:00', closes: dayAgo(load, closed), closes_hour: '18:00', tie_break: ['younger'], papers: ['identity'],
  });
  const criterion = (of: object) => does(load, manager, writeCriterion, { call, ...of });
  await criterion({ code: 'stage', names: said(['مرحلة المشروع', 'Étape du projet', 'Stage of the project']), kind: 'automatic', weight: 20, most: 10, reads: 'stage', points: { existing: 10, idea: 6 } });
  await criterion({ code: 'jobs', names: said(['مناصب الشغل المرتقبة', 'Emplois prévus', 'Jobs planned']), kind: 'automatic', weight: 20, most: 10, reads: 'jobs-planned', spans: { 0: { from: 1, to: 2, points: 5 }, 1: { from: 3, points: 10 } } });
  await criterion({ code: 'household', names: said(['إعالة الأسرة', 'Charge du ménage', 'Carrying a household']), kind: 'automatic', weight: 20, most: 10, reads: 'head-of-household', points: { yes: 10 } });
  if (jury) await criterion({ code: 'project', names: said(['جودة المشروع', 'Qualité du projet', 'Quality of the project']), kind: 'jury', weight: 40, most: 20 });
  for (const [value, many] of quotas) await does(load, manager, writeQuota, { call, names: said(['حصة الإقليم', 'Part de la province', 'Share of the province']), dimension: 'territory', value, rule: 'at_least', places: many });
  await does(load, manager, publishCall, { call });
  return call;
}
