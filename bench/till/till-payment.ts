import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import { holdPaymentsAgainst, openPayers } from '../../src/apps/trust/restart/payers.ts';
import { type Answered, type Asks, askWithoutPause } from '../../src/apps/trust/restart/under-load.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { watchProcessor } from '../processor.ts';
import { scratchHouse } from '../scratch-house.ts';
import { percentile } from '../time-statements.ts';
import type { Served } from './timed-server.ts';

const PORT = 4_103;
const [PAYMENTS, PAGES] = [100, 20];
const SECONDS = Number(process.env.HADINA_BENCH_SECONDS ?? 10);
const WARM_MS = 3_000;
const CARDS = 40;
const PAID = '200 /api/v1/currency/take-payment';

/**
 * A payment at a till through HTTP: card, digits, wallets, receipt and event in one transaction, a hundred a second while colleagues open pages beside. What is
 * bounded is the time of the server, from the head of the request to the end of its answer. Afterwards the books are held against what the till wrote down.
 */
export async function tillPayment(say: (line: string) => void = () => {}): Promise<Line[]> {
  const hadina = await scratchHouse();
  let server: ChildProcess | undefined;
  try {
    process.env.HADINA_TEST_HOME = hadina.home;
    const origin = `http://localhost:${PORT}`;
    const payers = await openPayers(CARDS, async () => {
      server = fork(join(projectRoot(), 'bench/till/timed-server.ts'), { execArgv: ['--import', 'tsx'], env: { ...process.env, HADINA_HOME: hadina.home, PORT: String(PORT), NODE_ENV: 'production' } });
      await once(server, 'message');
      return (path, init) => fetch(`${origin}${path}`, init);
    });
    const served = server!;
    const cookie = `__Host-session=${await newSession(payers.world.house, await payers.world.as('desk_officer'))}`;
    const payment: Asks = { what: 'payment', send: payers.pay, wrong: async (answer) => (((await answer.json()) as { answer: string }).answer === 'paid' ? null : 'not paid') };
    const pages: Asks[] = ['/desk', '/people'].map((path) => ({ what: path, send: () => fetch(`${origin}${path}`, { headers: { cookie } }), wrong: async (answer) => { await answer.text(); return null; } }));
    const during = async (milliseconds: number): Promise<Answered[]> => {
      const end = performance.now() + milliseconds;
      const over = (): boolean => performance.now() > end;
      return (await Promise.all([askWithoutPause([payment], PAYMENTS, over), askWithoutPause(pages, PAGES, over)])).flat();
    };
    await during(WARM_MS);
    say('warm');
    served.send('begin');
    const worked = await watchProcessor(payers.world.house.app);
    const answers = await during(SECONDS * 1_000);
    const { ours, database } = worked();
    served.send('end');
    const [{ times, processor }] = (await once(served, 'message')) as [Served];
    const held = await holdPaymentsAgainst(payers);
    const paid = times[PAID] ?? [];
    const bad = [...answers.flatMap(({ what, status, fault }) => (status === 200 && !fault ? [] : [`${what} answered ${status} ${fault ?? ''}`])), ...held.faults];
    const asked = answers.filter(({ what }) => what === 'payment');
    if (asked.length < 0.95 * PAYMENTS * SECONDS) bad.push(`${(asked.length / SECONDS).toFixed(0)} payments a second were reached`);
    const p95 = percentile(paid, 95);
    const each = (seconds: number): string => `${((seconds * 1_000) / answers.length).toFixed(1)} ms`;
    const detail = [
      bad.length ? `${bad.length} faults: ${[...new Set(bad)].slice(0, 3).join('; ')}` : 'books held against the till’s notes', `${(asked.length / SECONDS).toFixed(0)} payments and ${((answers.length - asked.length) / SECONDS).toFixed(0)} pages a second`,
      `p95 ${p95.toFixed(1)} ms, median ${percentile(paid, 50).toFixed(1)} ms; the till waited ${percentile(asked.map(({ began, ended }) => ended - began), 95).toFixed(1)} ms`,
      `processor for each answer: ${each(processor)} in the house, ${database === null ? 'unknown' : each(database)} in PostgreSQL, ${each(ours)} in the tills; load ${loadavg()[0]!.toFixed(1)}`,
    ].join('; ');
    return [{ name: `a payment at a till, ${PAYMENTS} a second with ${PAGES} pages a second beside, p95 of the server's time`, value: bad.length ? Number.POSITIVE_INFINITY : p95, bound: 60, unit: 'ms', detail }];
  } finally {
    server?.kill('SIGKILL');
    await hadina.close();
  }
}
