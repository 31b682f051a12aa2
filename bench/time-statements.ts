import pg from 'pg';
import type { Statement } from './list-page/record-statements.ts';

/** Runs the work and says how long PostgreSQL was waited for in all, in milliseconds, and what was asked. */
export async function timeStatements<R>(work: () => Promise<R>): Promise<{ result: R; database: number; statements: Statement[] }> {
  const proper = pg.Client.prototype.query;
  const statements: Statement[] = [];
  let database = 0;
  // Two statements under way at once are waited for once.
  let [underWay, since] = [0, 0];
  const ended = (): void => {
    underWay -= 1;
    if (underWay === 0) database += performance.now() - since;
  };
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [query] = given as [string | { text: string; values?: unknown[]; name?: string }];
    statements.push(typeof query === 'string' ? { text: query, values: [] } : { text: query.text, values: query.values ?? [], ...(query.name ? { name: query.name } : {}) });
    const answer = (proper as (...all: unknown[]) => unknown).apply(this, given);
    if (answer instanceof Promise) {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      void answer.finally(ended).catch(() => {});
    }
    return answer;
  } as typeof proper;
  try {
    const result = await work();
    return { result, database, statements };
  } finally {
    pg.Client.prototype.query = proper;
  }
}

/** The same statements by a bare client, in their order: milliseconds waited. */
export async function timeBare(client: pg.ClientBase, statements: readonly Statement[]): Promise<number> {
  const began = performance.now();
  for (const { text, values, name } of statements) await client.query(name ? { name, text, values: [...values] } : { text, values: [...values] });
  return performance.now() - began;
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((hundredth / 100) * sorted.length) - 1)]!;
}

/** How long a piece of work took in all and how much of it was waiting for PostgreSQL, in milliseconds; and against a bare client. */
export interface Timing {
  readonly whole: number;
  readonly database: number;
  readonly statements: number;
  /** Database time as a multiple of the same statements by a bare client. */
  readonly ratio: number;
}

/**
 * Does one work three times: how the first went, which is what somebody waited for, and the one that took neither longest nor
 * shortest, which is what the work costs.
 */
export async function timeThrice<R>(bare: pg.ClientBase, work: (turn: number) => Promise<R>): Promise<{ first: Timing; middle: Timing; result: R }> {
  const timings: Timing[] = [];
  let last: R | undefined;
  for (const turn of [1, 2, 3]) {
    const began = performance.now();
    const { database, statements, result } = await timeStatements(() => work(turn));
    const whole = performance.now() - began;
    timings.push({ whole, database, statements: statements.length, ratio: database / (await timeBare(bare, statements)) });
    last = result;
  }
  const [first] = timings;
  return { first: first!, middle: [...timings].sort((a, b) => a.whole - b.whole)[1]!, result: last as R };
}
