import { loadavg } from 'node:os';
import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { applicationList } from '#modules/incubation/application/application-list.query.ts';
import { saveAnswers } from '#modules/incubation/application/save-answers.ts';
import { callList } from '#modules/incubation/call-list/call-list.query.ts';
import { callSheet } from '#modules/incubation/call-sheet/call-sheet.query.ts';
import { cohortSheet } from '#modules/incubation/cohort/cohort-sheet.query.ts';
import { doubtsOfCall } from '#modules/incubation/registrations/doubts-of-call.query.ts';
import { jury } from '#modules/incubation/selection/jury/jury.query.ts';
import { rankApplications } from '#modules/incubation/selection/order/rank-applications.ts';
import { ranking } from '#modules/incubation/selection/order/ranking.query.ts';
import { writeRanking } from '#modules/incubation/selection/order/write-ranking.ts';
import '#apps/web/sitemap.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { median } from '../median.ts';
import { inSeconds, watchProcessor } from '../processor.ts';
import { inScratchHouse } from '../scratch-house.ts';
import { percentile, timeStatements } from '../time-statements.ts';
import { type BenchCall, buildApplications, DRAFTS } from './build-applications.ts';
import { byHand } from './by-hand.ts';

const TURNS = 60;

/** The lists and boards of a call that a hundred thousand answered, the saving of one field, and its ranking from rows to rows. */
export const applicationsAtSize = (say: (line: string) => void = () => {}, count = Number(process.env.BENCH_ROWS ?? 100_000)): Promise<Line[]> =>
  inScratchHouse(say, (house) => buildApplications(house, count), async (house, built) => [await rankInPlace(house, built), ...(await measureScreens(house, built, say))]);

/** Ranks the call as its job does: reads every application with its points, computes, writes every standing. Then counts what was written. */
async function rankInPlace(house: House, { network, call, manager, applications }: BenchCall): Promise<Line> {
  const { selection } = await act(house, manager, rankApplications, { call });
  const worked = await watchProcessor(house.app);
  const began = performance.now();
  if (applications > 5_000) await act(house, { network, account: null, person: null, hub: null, roles: [], app: 'job', provedAt: null }, writeRanking, { selection });
  const seconds = (performance.now() - began) / 1_000;
  const processor = worked();
  const shown = await ask(house, manager, ranking, { call });
  const { progress, formula, quotas } = shown.made!;
  const kept = formula.quotas.every(({ id, rule, places }) => { const { taken, short } = quotas.find((quota) => quota.id === id)!; return rule === 'at_most' ? taken <= places : taken >= places || short; });
  const right = kept && progress === shown.count && shown.count > 0.98 * applications - 300;
  return { name: `ranking ${applications} applications from rows to rows`, value: right ? seconds : Number.POSITIVE_INFINITY, bound: 10, unit: 's', detail: `${shown.count} standings; ${inSeconds(processor)}, load ${loadavg()[0]!.toFixed(1)}` };
}

/** Each screen, ours and by hand in turn; the first rounds only warm up. */
async function measureScreens(house: House, { network, hub, call, open, cohort, manager, officer, coach, applications }: BenchCall, say: (line: string) => void): Promise<Line[]> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  const lines: Line[] = [];
  const draft = (turn: number): string => `01900000-0000-7000-8000-${(applications + (turn + 10) % DRAFTS).toString(16).padStart(12, '0')}`;
  const deep = (turn: number): number => 1 + Math.floor(((turn + 10) * 57) % Math.min(400, applications / 30));
  const screens: readonly { name: string; hand: keyof typeof byHand; who: Actor; bound?: number; work: (actor: Actor, turn: number) => Promise<unknown> }[] = [
    { name: 'applications, any page', hand: 'all', who: officer, work: (actor, turn) => ask(house, actor, applicationList, { call, page: deep(turn) }) },
    { name: 'applications of one state, place and sex', hand: 'filtered', who: manager, work: (actor) => ask(house, actor, applicationList, { call, state: 'applied', place: 'MA-BOD', sex: 'female' }) },
    { name: 'applications by age', hand: 'sorted', who: officer, work: (actor) => ask(house, actor, applicationList, { call, sort: '-age' }) },
    { name: 'calls of the hub', hand: 'calls', who: manager, work: (actor) => ask(house, actor, callList, {}) },
    { name: 'one call', hand: 'sheet', who: manager, work: (actor) => ask(house, actor, callSheet, { call }) },
    { name: 'ranking, any page', hand: 'ranking', who: manager, work: (actor, turn) => ask(house, actor, ranking, { call, page: deep(turn) }) },
    { name: 'doubts of a call', hand: 'doubts', who: officer, work: (actor) => ask(house, actor, doubtsOfCall, { call }) },
    { name: 'the jury, who leads', hand: 'jury', who: manager, work: (actor) => ask(house, actor, jury, { call }) },
    { name: 'board of a cohort of 300', hand: 'board', who: coach, work: (actor) => ask(house, actor, cohortSheet, { cohort }) },
    { name: 'one field kept', hand: 'autosave', who: officer, bound: 30, work: (actor, turn) => act(house, actor, saveAnswers, { application: draft(turn), answers: { stage: turn % 2 ? 'idea' : 'existing' }, on: '' }) },
  ];
  for (const { name, hand, who, work, bound = 80 } of screens) {
    const timed: { whole: number; database: number; bare: number }[] = [];
    for (let turn = -5; turn < TURNS; turn++) {
      const began = performance.now();
      const { database } = await timeStatements(() => work(who, turn));
      const whole = performance.now() - began;
      const bareBegan = performance.now();
      await byHand[hand](owner, { network, hub, call: hand === 'autosave' ? open : call, cohort, application: draft(turn + 1_000), page: hand === 'all' || hand === 'ranking' ? deep(turn) : 1 });
      if (turn >= 0) timed.push({ whole, database, bare: performance.now() - bareBegan });
    }
    const of = (what: 'whole' | 'database' | 'bare') => timed.map((each) => each[what]);
    const ratio = median(timed.map(({ database, bare }) => database / bare));
    const detail = `median ${median(of('whole')).toFixed(1)} ms; database ${median(of('database')).toFixed(1)} ms against ${median(of('bare')).toFixed(1)} ms by hand without policies (${ratio.toFixed(1)} ×), load ${loadavg()[0]!.toFixed(1)}`;
    say(`${name}: p95 ${percentile(of('whole'), 95).toFixed(1)} ms, ${detail}`);
    lines.push({ name: `${name}, ${applications} applications: p95`, value: percentile(of('whole'), 95), bound, unit: 'ms', detail });
  }
  await owner.end();
  return lines;
}
