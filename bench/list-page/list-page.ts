import type { ChildProcess } from 'node:child_process';
import { ask } from '#core/pipeline.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { newSession } from '../../tests/fixtures/new-session.ts';
import { ownerQuery } from '../../tests/fixtures/owner-query.ts';
import { median } from '../median.ts';
import { load, startPeer } from '../peers.ts';
import { scratchHouse } from '../scratch-house.ts';
import { buildRows } from './build-rows.ts';
import { recordStatements } from './record-statements.ts';

const PERSONS = 2_000;
const ROUNDS = 5;
const SECONDS = 4;

/**
 * A signed-in list page of 50 rows under row-level security, against a bare `node:http` + `pg` server sending the same
 * statements under the same policies: requests per second, side by side, round by round. Bound 0.35, goal 0.5.
 */
export async function listPage(): Promise<{ name: string; ratio: number; bound: number; detail: string }> {
  const hadina = await scratchHouse();
  const children: ChildProcess[] = [];
  try {
    const { officer } = await buildRows(hadina.house, PERSONS);
    await ownerQuery(hadina.house, 'analyze');
    const cookie = `__Host-session=${await newSession(hadina.house, officer)}`;
    const statements = await recordStatements(() => ask(hadina.house, officer, peopleSearch, {}));
    const ours = await startPeer(children, 'list-page/our-server.ts', 4101, { HADINA_HOME: hadina.home });
    const pool = hadina.house.connectAs('hadina_app');
    const bare = await startPeer(children, 'list-page/bare-server.ts', 4102, { PEER: JSON.stringify({ pool, statements }) });
    await mustShowFifty(`${ours}/people`, cookie);
    await mustShowFifty(bare, '');
    const ratios: number[] = [];
    const speeds: string[] = [];
    await load(`${ours}/people`, cookie, 2);
    await load(bare, '', 2);
    for (let round = 0; round < ROUNDS; round++) {
      const one = await load(`${ours}/people`, cookie, SECONDS);
      const other = await load(bare, '', SECONDS);
      ratios.push(one / other);
      speeds.push(`${one.toFixed(0)}/${other.toFixed(0)}`);
    }
    return { name: 'signed-in list page, 50 rows', ratio: median(ratios), bound: 0.35, detail: `requests a second, ours/bare: ${speeds.join(' ')}` };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await hadina.close();
  }
}

async function mustShowFifty(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'br' } });
  const rows = (await response.text()).match(/<tr/g)?.length ?? 0;
  if (response.status !== 200 || rows < 50) throw new Error(`${url} answered ${response.status} with ${rows} rows`);
}
