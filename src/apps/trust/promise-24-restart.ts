import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openLog } from '../log.ts';
import { startWork } from '../worker/work.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { alternate } from './restart/alternate.ts';
import { holdPaymentsAgainst, openPayers } from './restart/payers.ts';
import { restartDatabase } from './restart/restart-database.ts';
import { twoHubs } from './restart/two-hubs.ts';
import { type Answered, askWithoutPause, type Asks, judge, type Restarted } from './restart/under-load.ts';
import { unsealed } from './restart/unsealed.ts';
import { bearerOf } from './web/bearer.ts';
import { openDoor } from './web/door.ts';

const PER_SECOND = 100;
const BETWEEN_MS = 4_000;
const ORIGIN = 'http://localhost';

export const restartPromise: TrustPromise = {
  number: 24,
  name: 'restart',
  title: 'the database restarts while people work and pay: it is back within three seconds, nothing is wrong, lost or done twice, and nobody is taken for somebody else',
  tooLongForAMinute: 'it restarts the database that the other promises of a quick run use meanwhile',
  run: async (kit) => {
    const [restarts, turns] = [kit.rounds(1, 10, 30), kit.rounds(500, 10_000, 40_000)];
    const load = await underLoad(kit, restarts);
    const { house } = await kit.hadina();
    const { faults, died } = await alternate(house, await twoHubs(await openHub()), turns, kit.random);
    return noneOf('wrong answers, payments lost or doubled, contexts that leaked', load.answers.length + turns, [...load.faults, ...faults], turns + restarts * 100, [
      `${restarts} restarts at ${PER_SECOND} requests a second: ${load.answers.length} answers, ${load.refused} told to come again, for ${Math.round(Math.max(...load.away))} ms at most (the database itself was away for ${Math.round(load.took)} ms at most); ${load.paid} payments, ${load.unanswered} asked again`,
      `${turns} turns of two users over one connection, ${died} transactions died half-way`,
    ]);
  },
  plantedFault: async (kit) => {
    const { house } = await kit.hadina();
    // A house that tells the database who asks and does not take it back at the end.
    const leaks = await alternate(house, await twoHubs(await openHub()), 400, kit.random, keepsContext);
    // One that breaks instead of asking to wait, and one that is away too long.
    const once: Restarted = { at: 0, took: 500 };
    const broke: Answered = { what: 'a page', began: 10, ended: 20, status: 500, fault: 'answers 500' };
    const late: Answered = { what: 'a page', began: 4_000, ended: 4_100, status: 503, fault: null };
    return leaks.faults.length > 0 && judge([broke], [once]).faults.length > 0 && judge([late], [once]).faults.length > 0 && judge([{ ...late, began: 10, ended: 20 }], [once]).faults.length === 0;
  },
};

/** Restarts the database so many times under pages, lists and payments; then the books are held against what was written down outside the house. */
async function underLoad(kit: Kit, restarts: number): Promise<{ answers: readonly Answered[]; faults: string[]; away: number[]; took: number; refused: number; paid: number; unanswered: number }> {
  const { home, house, sealer } = await kit.hadina();
  let door!: Awaited<ReturnType<typeof openDoor>>;
  const payers = await openPayers(4, async (world) => {
    door = await openDoor(world);
    return async (path, init) => door.app.request(`${ORIGIN}${path}`, init);
  });
  const work = await startWork(house, sealer, openLog());
  const hubs = await twoHubs(payers.world);
  const lists: Asks[] = [];
  for (const [n, { actor, waiting }] of hubs.entries()) {
    const bearer = await bearerOf(payers.world, actor);
    lists.push({
      what: `the list of hub ${n + 1}`, send: async () => door.app.request(`${ORIGIN}/api/v1/desk/called-numbers`, { headers: bearer }),
      wrong: async (answer) => { const said = (await answer.json()) as { waiting: number }; return said.waiting === waiting.length ? null : `tells ${said.waiting} of ${waiting.length} who wait`; },
    });
  }
  const page: Asks = { what: 'the desk', send: () => door.get(hubs[0].actor, '/desk') };
  const front: Asks = { what: 'the front page', send: () => door.get(null, '/') };
  const payment: Asks = { what: 'a payment', send: payers.pay, wrong: async (answer) => { const { answer: said } = (await answer.json()) as { answer: string }; return said === 'paid' ? null : `is answered ${said}`; } };
  for (const { send } of [page, front, ...lists]) await send();
  const moments: Restarted[] = [];
  let over = false;
  const asking = askWithoutPause([page, lists[0]!, payment, front, lists[1]!], PER_SECOND, () => over);
  await wait(500);
  for (let n = 0; n < restarts; n++) {
    kit.tell(`restart ${n + 1} of ${restarts}`);
    const at = performance.now();
    const took = await restartDatabase(home);
    moments.push({ at, took });
    await wait(n + 1 < restarts ? BETWEEN_MS : 1_500);
  }
  over = true;
  const answers = await asking;
  const { faults, away } = judge(answers, moments);
  const held = await holdPaymentsAgainst(payers);
  const waiting = await unsealed(payers.world, 5_000);
  await work.stop();
  return {
    answers, away, took: Math.max(...moments.map(({ took }) => took)), refused: answers.filter(({ status }) => status === 503).length, paid: payers.asked.length, unanswered: held.unanswered,
    faults: [...faults, ...held.faults, ...(waiting ? [`${waiting} events wait for their seal: whoever seals did not come back`] : [])],
  };
}

/** The same connections, but what is said of who asks outlives its transaction. */
function keepsContext(pool: pg.Pool): pg.Pool {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((first: unknown, ...rest: unknown[]) => query(typeof first === 'string' ? first.replaceAll('set local', 'set') : first, ...rest)) as typeof client.query;
  });
  return pool;
}
