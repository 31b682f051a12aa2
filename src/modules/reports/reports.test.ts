import { beforeAll, expect, it } from 'vitest';
import { judgeFigure } from '#apps/cli/verify-figure.ts';
import { judgeReport } from '#apps/cli/verify-report.ts';
import { act, ask } from '#core/pipeline.ts';
import { freezeMonth } from '#modules/evidence/frozen/freeze-month.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import { lastMonth, medtownByHand, medtownWorld, monthBefore, seal, sealerOf } from '#tests/fixtures/medtown-report.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { changeReport } from './compose/change-report.ts';
import { openReport } from './compose/open-report.ts';
import { deliverReport, withdrawDelivery } from './deliver/deliver-report.ts';
import { makeDueReports } from './deliver/make-due-reports.ts';
import { endSchedule, setSchedule } from './deliver/set-schedule.ts';
import { deliveredList, deliveredNumber, deliveredReport } from './delivered/delivered.query.ts';
import { freezeReport } from './freeze/freeze-report.ts';
import { reportNumber } from './read/report-number.query.ts';
import { reportList, reportSheet } from './read/report-sheet.query.ts';

let given: Awaited<ReturnType<typeof medtownWorld>>;
beforeAll(async () => { given = await medtownWorld(); }, 120_000);

const refused = (code: string, field?: string) => ({ code: `reports.${code}`, ...(field ? { field } : {}) });
const hidden = { name: 'NotFound' };
const medtown = { template: 'medtown', from: monthBefore, to: lastMonth } as const;
const begin = async (more: object = {}) => (await act(given.world.house, given.manager, openReport, { ...medtown, ...more } as never)).report;
const frozen = async (more: object = {}) => {
  const report = await begin(more);
  await act(given.world.house, given.manager, freezeReport, { report });
  return report;
};
const judge = (report: string) => judgeReport({ house: given.world.house, sealer: sealerOf(given.world), signing: sealerOf(given.world).key }, report);
const byCode = (numbers: readonly { code: string; value: number | null; said: string }[]) => Object.fromEntries(numbers.map((one) => [one.code, one]));

it('shows a draft live, freezes each of MedTOWN’s numbers with its target and its proof, and lists what does not count with the reason', async () => {
  const { world: { house }, manager } = given;
  const report = await begin();
  const draft = await ask(house, manager, reportSheet, { report });
  expect([draft.frozenAt, new Set(draft.numbers.map(({ id }) => id)), draft.numbers.length]).toEqual([null, new Set([null]), 10]);
  await act(house, manager, freezeReport, { report });
  const sheet = await ask(house, manager, reportSheet, { report });
  const numbers = byCode(sheet.numbers) as Record<string, (typeof sheet.numbers)[number]>;
  for (const [code, { target, reached }] of Object.entries(medtownByHand)) {
    expect([code, numbers[code]!.value, numbers[code]!.target]).toEqual([code, reached, { first: target, now: target }]);
    expect(draft.numbers.find((one) => one.code === code)!.value).toBe(reached);
  }
  const leftOut = (code: string) => numbers[code]!.leftOut;
  expect(leftOut('agreements-in-force')).toEqual([{ reason: 'not-yet', many: 1 }]);
  expect(leftOut('study-visits')).toEqual([{ reason: 'not-yet', many: 1 }]);
  expect(leftOut('recommendations')).toEqual([{ reason: 'not-yet', many: 1 }]);
  expect(leftOut('job-opportunities')).toEqual([{ reason: 'no-proof', many: 1 }]);
  for (const { id } of sheet.numbers) expect((await ask(house, manager, reportNumber, { report, number: id! })).number.id).toBe(id);
  const jobs = numbers['job-opportunities']!;
  expect((await ask(house, manager, reportNumber, { report, number: jobs.id! })).stated.map(({ value, proof }) => [value, proof])).toEqual([[12, 'Dossier 4']]);
  expect((await ask(house, manager, reportList, {})).find(({ id }) => id === report)!.state).toBe('frozen');
});

it('stays as it was frozen: later work is the next report’s', async () => {
  const { world, manager, officer } = given;
  const report = await frozen();
  const before = await ask(world.house, manager, reportSheet, { report });
  await receivedBefore(world, officer, [{ at: `${monthBefore}-20`, person: persons(1)[0]!, sex: 'male' }]);
  await seal(world);
  expect((await ask(world.house, manager, reportSheet, { report })).numbers).toEqual(before.numbers);
  const live = await ask(world.house, manager, reportSheet, { report: await begin() });
  expect(byCode(live.numbers)['people-involved']!.value).toBe(byCode(before.numbers)['people-involved']!.value! + 1);
  await expect(act(world.house, manager, freezeReport, { report })).rejects.toMatchObject(refused('frozen-already'));
  await expect(ownerQuery(world.house, 'update reports.report set to_month = from_month where id = $1', [report])).rejects.toThrow(/frozen report stays/);
});

it('tells a reader outside persons as “at least”, keeps small numbers back, and opens no exact row to her', async () => {
  const { world: { house }, manager, donor } = given;
  const report = await frozen();
  const { delivery } = await act(house, manager, deliverReport, { report, reader: donor.account! });
  const told = await ask(house, donor, deliveredReport, { delivery });
  const numbers = byCode(told.numbers);
  // 15 and 15 in the two months, of whom three came twice: 27 different women, “at least” 20.
  expect([numbers['people-involved']!.said, numbers['people-involved']!.value]).toEqual(['at_least', 20]);
  expect([numbers['people-served']!.said, numbers['people-served']!.value]).toEqual(['kept', null]);
  expect([numbers['agreements-in-force']!.said, numbers['agreements-in-force']!.value]).toEqual(['exact', 1]);
  expect(told.numbers.every(({ events }) => events === null)).toBe(true);
  expect((await ask(house, donor, deliveredNumber, { delivery, number: told.numbers[0]!.id! })).number.value).toBe(told.numbers[0]!.value);
  expect((await ask(house, donor, deliveredList, {})).map(({ id }) => id)).toContain(delivery);
  await expect(ask(house, donor, reportSheet, { report })).rejects.toMatchObject({ code: 'core.role-missing' });
  const single = await frozen({ from: monthBefore });
  const { delivery: other } = await act(house, manager, deliverReport, { report: single, reader: donor.account! });
  expect(byCode((await ask(house, donor, deliveredReport, { delivery: other })).numbers)['jobs-filled']!.said).toBe('kept');
});

it('opens a delivery to nobody but its reader, until its day, and no more once it was taken back or she holds no role', async () => {
  const { world, manager, donor, supervisor } = given;
  const { house } = world;
  const report = await begin();
  await expect(act(house, manager, deliverReport, { report, reader: donor.account! })).rejects.toMatchObject(refused('not-frozen'));
  await act(house, manager, freezeReport, { report });
  await expect(act(house, manager, deliverReport, { report, reader: supervisor.account! })).rejects.toMatchObject(refused('may-not-read', 'reader'));
  const { delivery } = await act(house, manager, deliverReport, { report, reader: donor.account!, days: '3' } as never);
  const other = await world.as('donor_viewer');
  await expect(ask(house, other, deliveredReport, { delivery })).rejects.toMatchObject(hidden);
  await ask(house, donor, deliveredReport, { delivery });
  await ownerQuery(house, "update reports.delivery set sent_at = sent_at - interval '9 days', until_at = until_at - interval '9 days' where id = $1", [delivery]);
  await expect(ask(house, donor, deliveredReport, { delivery })).rejects.toMatchObject(hidden);
  const { delivery: second } = await act(house, manager, deliverReport, { report, reader: donor.account! });
  await expect(act(house, supervisor, withdrawDelivery, { delivery: second })).rejects.toMatchObject({ code: 'core.role-missing' });
  await act(house, manager, withdrawDelivery, { delivery: second });
  await expect(ask(house, donor, deliveredReport, { delivery: second })).rejects.toMatchObject(hidden);
  await expect(ask(house, { ...donor, roles: [] }, deliveredReport, { delivery: second })).rejects.toMatchObject({ code: 'core.role-missing' });
  const neighbour = await (await world.secondHub()).as('hub_manager');
  await expect(ask(house, neighbour, reportSheet, { report })).rejects.toMatchObject(hidden);
});

it('refuses months that run, go backwards or are too many, sets that are not there, and nothing chosen', async () => {
  const { world: { house }, manager, named } = given;
  const now = monthOf(new Date());
  await expect(act(house, manager, freezeReport, { report: await begin({ to: now }) })).rejects.toMatchObject(refused('month-open'));
  await expect(begin({ from: lastMonth, to: monthBefore })).rejects.toMatchObject(refused('ends-before', 'to'));
  await expect(begin({ from: monthPlus(lastMonth, -130) })).rejects.toMatchObject(refused('too-long', 'from'));
  await expect(begin({ template: 'jisr' })).rejects.toMatchObject(refused('set-missing', 'template'));
  await expect(begin({ template: 'own' })).rejects.toMatchObject(refused('nothing-chosen', 'indicators'));
  const report = await begin({ template: 'own', indicators: [named('studies')] });
  const change = (more: object) => act(house, manager, changeReport, { report, from: monthBefore, to: lastMonth, indicators: [named('pilots'), named('studies')], titles: { fr: 'Notre année' }, sections: [{ words: { fr: 'Bien.' } }, {}], ...more } as never);
  await change({});
  const { numbers, titles, sections } = await ask(house, manager, reportSheet, { report });
  expect([numbers.map(({ code }) => code), titles, sections]).toEqual([['studies', 'pilots'], { fr: 'Notre année' }, [{ heads: {}, words: { fr: 'Bien.' } }]]);
  await expect(change({ indicators: [] })).rejects.toMatchObject(refused('nothing-chosen', 'indicators'));
  await act(house, manager, freezeReport, { report });
  await expect(change({})).rejects.toMatchObject(refused('frozen-already'));
});

it('goes out by itself when its months are over, once, and stops when its reader holds no role any more', async () => {
  const { world, manager } = given;
  const { house } = world;
  const reader = await world.as('donor_viewer');
  const report = await frozen({ from: monthBefore, to: monthBefore });
  await expect(act(house, manager, setSchedule, { report: await begin(), reader: reader.account!, every: 'month' })).rejects.toMatchObject(refused('not-frozen'));
  await act(house, manager, setSchedule, { report, reader: reader.account!, every: 'month' });
  await expect(act(house, manager, setSchedule, { report, reader: reader.account!, every: 'quarter' })).rejects.toMatchObject(refused('scheduled-already', 'reader'));
  const job = { network: world.network, account: null, person: null, hub: null, roles: [], app: 'job' } as const;
  expect(await act(house, job, makeDueReports, {})).toEqual({ made: 1 });
  expect(await act(house, job, makeDueReports, {})).toEqual({ made: 0 });
  const [delivered] = await ask(house, reader, deliveredList, {});
  expect([delivered!.from, delivered!.to]).toEqual([lastMonth, lastMonth]);
  const told = byCode((await ask(house, reader, deliveredReport, { delivery: delivered!.id })).numbers);
  expect([told.studies!.value, told['people-involved']!.said]).toEqual([1, 'exact']);
  const { schedules } = await ask(house, manager, reportSheet, { report });
  await act(house, manager, endSchedule, { schedule: schedules[0]!.id });
  await act(house, manager, setSchedule, { report, reader: reader.account!, every: 'month' });
  await ownerQuery(house, 'update network.held_role set revoked_at = now() where account_id = $1', [reader.account]);
  await expect(act(house, manager, setSchedule, { report, reader: reader.account!, every: 'month' })).rejects.toMatchObject(refused('may-not-read', 'reader'));
  expect(await act(house, job, makeDueReports, {})).toEqual({ made: 0 });
  expect((await ask(house, manager, reportSheet, { report })).schedules).toEqual([]);
});

it('names a frozen month whose later changes touch a number, with the difference and why, and still finds the report whole', async () => {
  const { world, manager, officer, named } = given;
  await act(world.house, manager, freezeMonth, { month: monthBefore });
  const report = await frozen();
  await seal(world);
  expect(await judge(report)).toMatchObject({ broken: null, touched: [] });
  await receivedBefore(world, officer, persons(2).map((person) => ({ at: `${monthBefore}-21`, person })));
  await seal(world);
  const { numbers } = await ask(world.house, manager, reportSheet, { report });
  const involved = numbers.find(({ indicator }) => indicator === named('people-involved'))!.id;
  const { broken, touched } = await judge(report);
  expect([broken, touched.map(({ number, month, delta, reasons, frozen: then, now }) => [number, month, delta, now - then, reasons])]).toEqual([null, [[involved, monthBefore, 2, 2, { late: 2, gone: 0, joined: 0, parted: 0 }]]]);
  // A report of other months does not stand on that one.
  expect((await judge(await frozen({ from: lastMonth }))).touched).toEqual([]);
  // A number written anew in the frozen month itself has no event that says why.
  await ownerQuery(world.house, `begin; set local session_replication_role = replica; update evidence.frozen_figure set value = value - 5 where network_id = '${world.network}' and figure = '${named('people-involved')}' and cut = ''; commit`, []);
  expect((await judge(report)).touched.map(({ delta, reasons: { late } }) => [delta, late])).toEqual([[7, 2]]);
});

/** One stored field behind a report changed, and the link that must be named. */
const tampered: readonly [what: string, sql: string, link: string][] = [
  ['the title', `update reports.report set titles = '{"fr": "Autre"}' where id = $1`, 'report'],
  ['a word of the narrative', `update reports.report set sections = '[]' where id = $1`, 'report'],
  ['the last month', 'update reports.report set to_month = from_month where id = $1', 'report'],
  ['a number of the hub', "update reports.number set value = value + 1 where report_id = $1 and place = 1", 'number'],
  ['what was left out', "update reports.number set left_out = '[]' where report_id = $1 and left_out <> '[]' and place = (select min(place) from reports.number n where n.report_id = $1 and n.left_out <> '[]')", 'number'],
  ['a target', 'update reports.said_number set target_now = 1 where report_id = $1 and target_now is not null and place = 2', 'number'],
  ['what is told outside', "update reports.said_number set value = value + 10 where report_id = $1 and said = 'at_least'", 'number'],
  ['the printed figure', 'update evidence.printed_figure set value = value + 1 where id = (select id from reports.said_number where report_id = $1 and figure_id is not null order by place limit 1)', 'row'],
  ['the event of the report', `update core.event set body = jsonb_set(body, '{template}', '"jisr"') where name = 'reports.report-frozen' and subject_id = $1`, 'report'],
  ['until when it opens to its reader', "update reports.delivery set until_at = until_at + interval '1 year' where report_id = $1", 'delivery'],
  // Last: a stated number stands behind the reports of every test.
  ['a stated number', 'update evidence.stated_value set value = value + 1 where id = any (select unnest(stated_ids) from reports.number where report_id = $1)', 'stated'],
];

it.each(tampered)('names the link when %s was changed behind our back', async (_, change, link) => {
  const { world: { house }, manager, donor } = given;
  const report = await frozen();
  await act(house, manager, deliverReport, { report, reader: donor.account! });
  await seal(given.world);
  expect((await judge(report)).broken).toBe(null);
  const sets = change.match(/^update (\S+)/)![1]!;
  await ownerQuery(house, `begin; set local session_replication_role = replica; ${change.replaceAll('$1', `'${report}'`)}; commit`, []);
  const verdict = await judge(report.slice(-12));
  expect([sets, verdict.broken?.link]).toEqual([sets, link]);
});

it('walks a figure by the twelve signs that stand on paper', async () => {
  const { world, manager } = given;
  const { numbers } = await ask(world.house, manager, reportSheet, { report: await frozen() });
  await seal(world);
  const id = numbers.find(({ code }) => code === 'studies')!.id!;
  const found = await judgeFigure({ house: world.house, sealer: sealerOf(world), signing: sealerOf(world).key }, id.slice(-12));
  expect([found.figure, found.value, found.broken]).toEqual([id, '1.0000', null]);
});
