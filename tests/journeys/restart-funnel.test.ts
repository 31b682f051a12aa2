import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importTable } from '#apps/cli/import.ts';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { publishForm } from '#modules/desk/public.ts';
import { callFunnel } from '#modules/evidence/calls/call-funnel.query.ts';
import { deskFigures } from '#modules/evidence/desk-figures/desk-figures.query.ts';
import { readTableFile } from '#modules/exchange/public.ts';
import { setApprovalLimit } from '#modules/funding/fund/approval-limits.ts';
import { openFund } from '#modules/funding/fund/open-fund.ts';
import { approveGrant } from '#modules/funding/grant/approve-grant.ts';
import { cancelGrant } from '#modules/funding/grant/end-grant.ts';
import { proposeGrant } from '#modules/funding/grant/propose-grant.ts';
import { certifyGrant, signSpecifications } from '#modules/funding/grant/sign-specifications.ts';
import { addApplicants } from '#modules/incubation/application/add-applicants.ts';
import { beginApplication } from '#modules/incubation/application/begin-application.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { draftCall } from '#modules/incubation/call/draft-call.ts';
import { publishCall } from '#modules/incubation/call/publish-call.ts';
import { turnCall } from '#modules/incubation/call/turn-call.ts';
import { openCohort } from '#modules/incubation/cohort/open-cohort.ts';
import { enterCohort, moveApplication } from '#modules/incubation/cohort/places.ts';
import { writeCriterion } from '#modules/incubation/rules/write-criterion.ts';
import { writeQuota } from '#modules/incubation/rules/write-quota.ts';
import { decideSelection } from '#modules/incubation/selection/decide/decide-selection.ts';
import { proposeSelection } from '#modules/incubation/selection/decide/propose-selection.ts';
import { publishResults } from '#modules/incubation/selection/decide/publish-results.ts';
import { closeScoring } from '#modules/incubation/selection/jury/close-scoring.ts';
import { rankApplications } from '#modules/incubation/selection/order/rank-applications.ts';
import { submitApplication } from '#modules/incubation/submit/submit-application.ts';
import { createEnterprise } from '#modules/incubation/venture/create-enterprise.ts';
import { followUp } from '#modules/incubation/venture/follow-ups.ts';
import { chooseLegalForm } from '#modules/incubation/venture/legal.ts';
import { openVenture } from '#modules/incubation/venture/open-venture.ts';
import { decidePlan, writePlan } from '#modules/incubation/venture/plans.ts';
import { ventureSheet } from '#modules/incubation/venture/venture-sheet.query.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { generatedRegistrations } from '#tests/fixtures/generated-registrations.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { callQuestions } from '#tests/fixtures/open-call.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../../src/apps/web/sitemap.ts';

/** Collective ideas by governorate as the source has them (domain.md 3.2): 278 together. */
const ideas = [['TN-81', 'Gabès', 60], ['TN-32', 'Jendouba', 60], ['TN-53', 'Mahdia', 52], ['TN-43', 'Sidi Bouzid', 54], ['TN-51', 'Sousse', 52]] as const;
/** What the source says of the road: 150 ideas are trained for, three hundred places for two youths each, fifty are accompanied, ten per governorate. What came later is invented. */
const [SELECTED, TRAINED, PER_GOVERNORATE, FUNDED, CREATED, ALIVE] = [150, 141, 10, 12, 8, 5];

const on = (actor: Actor, day: string): Actor => ({ ...actor, app: 'demo', demoAt: new Date(`${day}T09:00:00Z`) });
/** A few at once, as several desks work; the answers stand in the order of what was given. */
async function few<T, R>(all: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const rest = [...all.entries()];
  await Promise.all(Array.from({ length: 4 }, async () => { for (let next = rest.shift(); next; next = rest.shift()) done[next[0]] = await work(next[1], next[0]); }));
  return done;
}

test('RESTART: 278 ideas of two youths, 300 places, 150 trained for, ten accompanied per governorate; seven numbers of the same persons, the same for everybody', async () => {
  const world = await openHub({ demo: true });
  const { house, network, hub } = world;
  const [manager, supervisor, officer, funding, coach, other, admin] = [await world.as('hub_manager'), await world.as('supervisor'), await world.as('desk_officer'), await world.as('funding_officer'), await world.as('coach'), await world.as('coach'), await world.as('network_admin')];

  // The register: two youths for each idea, brought as a file.
  const places = ideas.flatMap(([code, name, many]) => Array.from({ length: many }, () => ({ code, name })));
  const names = generatedRegistrations({ rows: 700 });
  const women = names.rows.filter((_, at) => !names.truth.doubles.some(({ row }) => row === at + 2)).slice(0, places.length * 2);
  const folder = mkdtempSync(join(tmpdir(), 'hadina-restart-'));
  const path = join(folder, 'jeunes.csv');
  writeFileSync(path, ['Nom;Sexe;Année de naissance;Gouvernorat', ...women.map((row, at) => `${row[1]};${at % 3 === 0 ? 'M' : 'F'};${1992 + (at % 14)};${places[at >> 1]!.name}`)].join('\n'));
  await importTable(house, on(supervisor, '2025-02-03'), 'persons', path, { doubles: 'take', consent: true } as never);
  rmSync(folder, { recursive: true });
  const youths = (await ownerQuery<{ id: string }>(house, 'select r.subject_id as id from exchange.import_row r where r.network_id = $1 order by r.row_number', [network])).map(({ id }) => id);
  expect(new Set(youths).size).toBe(556);

  // The call: fifteen days, two youths at least, 18 to 35 on the day of closing.
  const { form } = await act(house, world.console, publishForm, { code: 'call-restart', names: { ar: 'استمارة', fr: 'Formulaire' }, active_from: '2025-01-01', scales: [], questions: callQuestions } as never);
  const lead = on(manager, '2025-02-04');
  const { call } = await act(house, lead, draftCall, {
    code: 'restart', names: { ar: 'دعوة للأفكار الجماعية', fr: 'Appel à idées collectives' }, about: {}, next_step: { ar: 'الشباك مفتوح', fr: 'Le guichet reste ouvert' }, territory: 'TN', applicants: 'groups',
    opens: '2025-02-05', opens_hour: '00:00', closes: '2025-02-19', closes_hour: '23:59', appeal_days: 5, places: SELECTED, age_lowest: 18, age_highest: 35, sexes: [], members_least: 2, form, tie_break: ['younger'], papers: [],
  });
  await act(house, lead, writeCriterion, { call, code: 'situation', names: { fr: 'Situation', ar: 'الوضعية' }, kind: 'automatic', weight: 60, most: 10, reads: 'situation', points: { 'out-of-work': 10, student: 6, 'at-home': 8, 'own-work': 2 }, spans: {} });
  await act(house, lead, writeCriterion, { call, code: 'age', names: { fr: 'Âge', ar: 'السن' }, kind: 'automatic', weight: 40, most: 10, reads: 'age', points: {}, spans: { 0: { from: 18, to: 24, points: 10 }, 1: { from: 25, to: 35, points: 6 } } });
  for (const [code, name] of ideas) await act(house, lead, writeQuota, { call, names: { fr: name, ar: name }, dimension: 'territory', value: code, rule: 'at_least', places: 20 });
  await act(house, lead, publishCall, { call });
  const desk = on(officer, '2025-02-12');
  const applied = await few(places, async ({ code }, at) => {
    const { application } = await act(house, desk, beginApplication, { call, applicant: 'group', person: youths[2 * at]! });
    await act(house, desk, addApplicants, { application, person: [youths[2 * at + 1]!] });
    await act(house, desk, saveAnswers, { application, answers: { stage: 'idea', sector: 'farming', situation: ['out-of-work', 'student', 'own-work'][at % 3]!, project: 'مشروع جماعي' } });
    const { state, receipt } = await act(house, desk, submitApplication, { application });
    return { application, state, receipt, place: code, at };
  });
  expect(applied.filter(({ state }) => state === 'applied').length).toBe(278);

  // 150 of them, by two hands; then who was trained, and ten per governorate in a cohort of its own.
  await act(house, jobOf(network), turnCall, { call });
  await act(house, on(funding, '2025-02-24'), closeScoring, { call });
  await act(house, on(funding, '2025-02-25'), rankApplications, { call });
  const { decision } = await act(house, on(funding, '2025-03-03'), proposeSelection, { call, present: [] });
  await act(house, on(manager, '2025-03-04'), decideSelection, { decision, answer: 'approved' });
  await act(house, on(manager, '2025-03-05'), publishResults, { call });
  const chosen = new Set((await ownerQuery<{ id: string }>(house, "select id from incubation.application where call_id = $1 and state = 'selected'", [call])).map(({ id }) => id));
  const selected = applied.filter(({ application }) => chosen.has(application));
  expect(selected.length).toBe(SELECTED);
  // Whoever is least young in each governorate stops before the end of the course: nine ideas.
  const trained = ideas.flatMap(([code], of) => { const here = selected.filter(({ place }) => place === code); return here.slice(0, here.length - (of < 4 ? 2 : 1)); });
  expect(trained.length).toBe(TRAINED);
  await few(trained, ({ application }) => act(house, on(coach, '2025-04-11'), moveApplication, { application, to: 'trained' }));
  const accompanied: typeof applied = [];
  for (const [code, name] of ideas) {
    const { cohort } = await act(house, on(supervisor, '2025-04-14'), openCohort, { names: { fr: name, ar: name }, call, from_on: '2025-04-15', until_on: '2026-04-15', places: PER_GOVERNORATE });
    const here = trained.filter(({ place }) => place === code);
    for (const { receipt } of here.slice(0, PER_GOVERNORATE)) await act(house, on(supervisor, '2025-04-15'), enterCohort, { cohort, receipt, coach: coach.account });
    await expect(act(house, on(supervisor, '2025-04-15'), enterCohort, { cohort, receipt: here[PER_GOVERNORATE]!.receipt })).rejects.toMatchObject({ code: 'incubation.cohort-full' });
    accompanied.push(...here.slice(0, PER_GOVERNORATE));
  }
  await few(accompanied, ({ application }) => act(house, on(coach, '2025-04-16'), moveApplication, { application, to: 'incubating' }));

  // Money for twelve, one of them cancelled before it is paid and granted again; eight create, five live after twelve months.
  await act(house, admin, setApprovalLimit, { hub, role: 'hub_manager', currency: 'TND', alone: '10000', most: '50000' });
  const { organization: funder } = await act(house, manager, registerOrganization, { names: { fr: 'Bailleur d’essai' }, kind: 'association', sector: 'sse', listed: 'true' } as never) as unknown as { organization: string };
  const { fund } = await act(house, on(manager, '2025-05-02'), openFund, { names: { fr: 'Amorçage' }, code: 'amorcage', funder, currency: 'TND', amount: '100000', starts_on: '2025-05-01' });
  const funded = await few(accompanied.slice(0, FUNDED), async ({ application, receipt, at }) => {
    const { venture } = await act(house, on(coach, '2025-04-17'), openVenture, { application, name: `مشروع ${at}`, sector: 'farming' });
    const { plan } = await act(house, on(coach, '2025-05-12'), writePlan, { venture, kind: 'plan', seen: 0, sections: { offer: 'عسل الجبل' } });
    await act(house, on(other, '2025-05-14'), decidePlan, { plan, decision: 'validated' });
    return { application, receipt, venture };
  });
  const grantTo = async (receipt: string, amount: string) => {
    const { grant } = await act(house, on(funding, '2025-06-02'), proposeGrant, { fund, kind: 'grant', receipt, purpose: 'Ruches', tranche: [amount], milestone: ['purchase'] });
    await act(house, on(manager, '2025-06-03'), approveGrant, { grant });
    await act(house, on(funding, '2025-06-04'), signSpecifications, { grant, on: '2025-06-04', paper: 'Classeur 1' });
    await act(house, on(manager, '2025-06-05'), certifyGrant, { grant });
    return grant;
  };
  for (const { receipt } of funded) await grantTo(receipt, '4200,500');
  const spare = await act(house, on(funding, '2025-06-02'), proposeGrant, { fund, kind: 'grant', organization: funder, purpose: 'Formation', tranche: ['900'], milestone: ['start'] });
  await act(house, on(manager, '2025-06-03'), approveGrant, { grant: spare.grant });
  await act(house, on(funding, '2025-06-04'), signSpecifications, { grant: spare.grant, on: '2025-06-04', paper: 'Classeur 2' });
  await act(house, on(manager, '2025-06-05'), certifyGrant, { grant: spare.grant });
  await act(house, on(manager, '2025-06-06'), cancelGrant, { grant: spare.grant, reason: 'withdrawn' });
  await few(funded.slice(0, CREATED), async ({ venture }, at) => {
    await act(house, on(coach, '2025-07-01'), chooseLegalForm, { venture, form: 'smsa' });
    await act(house, on(supervisor, '2025-07-15'), createEnterprise, { venture, on: '2025-07-14' });
    const { venture: grown } = await ask(house, supervisor, ventureSheet, { venture });
    const [m3, m6, m12] = grown!.followUps.map(({ id }) => id);
    const found = (follow_up: string | undefined, day: string, alive: boolean) => act(house, on(coach, day), followUp, { follow_up, alive: alive ? 'yes' : 'no', verified: 'visit', jobs: [] });
    await found(m3, '2025-10-16', true);
    await found(m6, '2026-01-16', at !== CREATED - 1);
    if (at !== CREATED - 1) await found(m12, '2026-07-16', at < ALIVE);
  });

  // Seven numbers, each of persons and each part of the one before.
  const expected = { registered: 556, selected: 300, trained: 282, accompanied: 100, funded: 24, created: 16, alive: 10 };
  expect(expected).toEqual({ registered: 2 * 278, selected: 2 * SELECTED, trained: 2 * TRAINED, accompanied: 2 * 5 * PER_GOVERNORATE, funded: 2 * FUNDED, created: 2 * CREATED, alive: 2 * ALIVE });
  const funnel = await ask(house, supervisor, callFunnel, { call });
  expect(Object.fromEntries(funnel.steps.map(({ step, persons }) => [step, persons]))).toEqual(expected);
  const behind = (name: string) => ownerQuery<{ id: string }>(house, 'select distinct person_id as id from core.event where network_id = $1 and name = $2', [network, name]).then((rows) => new Set(rows.map(({ id }) => id)));
  const events = ['incubation.applicant-registered', 'incubation.applicant-selected', 'incubation.applicant-trained', 'incubation.applicant-accompanied', 'funding.person-funded', 'incubation.applicant-created', 'incubation.applicant-alive'];
  const who = await Promise.all(events.map(behind));
  expect(who.map(({ size }) => size)).toEqual(Object.values(expected));
  for (const [at, each] of who.slice(1).entries()) expect([...each].filter((person) => !who[at]!.has(person))).toEqual([]);
  // Ten ideas per governorate: twenty persons, at the funnel too.
  for (const [code, , many] of ideas) {
    const here = (step: string) => funnel.places.find(({ place, step: at }) => place === code && at === step)!.persons;
    expect([code, here('registered'), here('accompanied')]).toEqual([code, 2 * many, 2 * PER_GOVERNORATE]);
    expect(here('selected')).toBeGreaterThanOrEqual(40);
  }

  // The figures of the house say the same, to the hub and to the ministry, in the month in which it happened.
  const figures = await ask(house, supervisor, deskFigures, { from: '2025-02', to: '2026-10' } as never);
  const figure = (sheet: typeof figures, code: string) => sheet.totals.find(({ indicator }) => indicator === code)?.total.value;
  expect(['registered', 'selected', 'trained-in-calls', 'accompanied', 'funded', 'created', 'alive'].map((code) => figure(figures, `persons-${code}`))).toEqual(Object.values(expected));
  expect([figure(figures, 'projects-funded'), figure(figures, 'amount-granted-tnd'), figure(figures, 'amount-granted-eur')]).toEqual([FUNDED, FUNDED * 4_200_500, undefined]);
  const ministry = await world.as('ministry_viewer');
  const inMonth = async (month: string, code: string) => figure(await ask(house, ministry, deskFigures, { over: 'network', to: month } as never), code);
  expect([await inMonth('2025-03', 'persons-selected'), await inMonth('2025-04', 'persons-accompanied'), await inMonth('2025-06', 'projects-funded'), await inMonth('2026-07', 'persons-alive')]).toEqual([300, 100, FUNDED, 10]);
  // The whole road outside the hub is said in tens, and only of months that are closed.
  const outside = await ask(house, ministry, callFunnel, { call });
  expect([outside.exact, outside.steps.map(({ persons }) => persons)]).toEqual([false, [550, 300, 280, 100, 20, 10, 10]]);
  // Who they are stays the same from step to step: no age band or sex appears that was not there before.
  const bands = async (code: string) => Object.fromEntries((await ask(house, supervisor, deskFigures, { from: '2025-02', to: '2026-10', by: 'age_band', indicator: code } as never)).divided!.rows.map(({ key, shown }) => [key, shown.value]));
  const [ages, chosenAges] = [await bands('persons-registered'), await bands('persons-selected')];
  expect([Object.keys(ages).sort(), Object.values(chosenAges).reduce((sum, value) => sum! + value!, 0)]).toEqual([['18-24', '25-34'], 300]);

  // Page and file say it too.
  const web = await openWeb(world);
  const page = await (await web.get(`/calls/${call}/funnel?lang=fr`, supervisor)).text();
  const file = await web.get(/href="(\/lists\/csv[^"]*list=of-step[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&'), supervisor);
  const table = await readTableFile(Buffer.from(await file.arrayBuffer()));
  const written: number[] = [];
  for await (const { cells } of table.rows()) written.push(Number(cells[1]));
  expect(written).toEqual(Object.values(expected));
  const sheet = (await (await web.get('/figures?from=2025-02&to=2026-10&lang=fr', supervisor)).text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
  expect(sheet).toMatch(/Montants accordés, en dinars tunisiens\s+50 406,000 DT/);
}, 120_000);
