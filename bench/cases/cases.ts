import { loadavg } from 'node:os';
import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { caseList } from '#modules/accompaniment/case-list/case-list.query.ts';
import { caseSheet } from '#modules/accompaniment/case-sheet/case-sheet.query.ts';
import { workload } from '#modules/accompaniment/workload/workload.query.ts';
import '#modules/accompaniment/routes.tsx';
import type { Line } from '../directory-search/directory-search.ts';
import { median } from '../median.ts';
import { inScratchHouse } from '../scratch-house.ts';
import { percentile, timeStatements } from '../time-statements.ts';
import { buildCases, type BenchHub } from './build-cases.ts';
import { byHand } from './by-hand.ts';

const COUNT = 1_000_000;
const PER_HUB = 25_000;
const GRANTS = 100_000;
const TURNS = 80;

/** The list of files, one file and the board of a hub among a million files: milliseconds, and the ratio to hand-written SQL without policies. */
export const casesAtSize = (say: (line: string) => void = () => {}): Promise<Line[]> =>
  inScratchHouse(say, (house) => buildCases(house, { count: COUNT, perHub: PER_HUB, grants: GRANTS }), (house, hubs) => measureCases(house, hubs, say));

/** Each screen at hub after hub, ours and by hand in turn; the first rounds only warm up. */
async function measureCases(house: House, hubs: readonly BenchHub[], say: (line: string) => void): Promise<Line[]> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  const lines: Line[] = [];
  const screens: readonly { name: string; hand: keyof typeof byHand; who: (hub: BenchHub) => Actor; work: (actor: Actor, file: string) => Promise<unknown> }[] = [
    { name: 'list of files, who leads', hand: 'list', who: ({ supervisor }) => supervisor, work: (actor) => ask(house, actor, caseList, {}) },
    { name: 'list of files, a coach’s own', hand: 'list', who: ({ coaches }) => coaches[0]!, work: (actor) => ask(house, actor, caseList, {}) },
    { name: 'one file', hand: 'sheet', who: ({ supervisor }) => supervisor, work: (actor, file) => ask(house, actor, caseSheet, { case: file }) },
    { name: 'one file, a coach’s own', hand: 'sheet', who: ({ coaches }) => coaches[0]!, work: (actor, file) => ask(house, actor, caseSheet, { case: file }) },
    { name: 'board of the work', hand: 'board', who: ({ supervisor }) => supervisor, work: (actor) => ask(house, actor, workload, {}) },
  ];
  for (const { name, hand, who, work } of screens) {
    const timed: { whole: number; database: number; bare: number }[] = [];
    for (let turn = -5; turn < TURNS; turn++) {
      const hub = hubs[(turn + 5) % hubs.length]!;
      const actor = who(hub);
      const { files } = await ask(house, hub.coaches[0]!, caseList, { page: 1 + (turn + 5) % 20 });
      const file = files[0]!.id;
      const began = performance.now();
      const { database } = await timeStatements(() => work(actor, file));
      const whole = performance.now() - began;
      const bareBegan = performance.now();
      await byHand[hand](owner, { network: hub.network, hub: hub.hub, file });
      if (turn >= 0) timed.push({ whole, database, bare: performance.now() - bareBegan });
    }
    const of = (what: 'whole' | 'database' | 'bare') => timed.map((each) => each[what]);
    const ratio = median(timed.map(({ database, bare }) => database / bare));
    const detail = `median ${median(of('whole')).toFixed(1)} ms; database ${median(of('database')).toFixed(1)} ms against ${median(of('bare')).toFixed(1)} ms by hand, load ${loadavg()[0]!.toFixed(1)}`;
    say(`${name}: ${detail}`);
    lines.push({ name: `${name}, 1,000,000 files: p95`, value: percentile(of('whole'), 95), bound: 80, unit: 'ms', detail });
    lines.push({ name: `${name}, database against hand-written SQL without policies`, value: ratio, bound: 2, unit: '×' });
  }
  await owner.end();
  return lines;
}
