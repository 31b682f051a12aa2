import pg from 'pg';
import type { Statement } from './list-page/record-statements.ts';

/** Runs the work and says how long PostgreSQL was waited for in all, in milliseconds, and what was asked. */
export async function timeStatements<R>(work: () => Promise<R>): Promise<{ result: R; database: number; statements: Statement[] }> {
  const proper = pg.Client.prototype.query;
  const statements: Statement[] = [];
  let database = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [query] = given as [string | { text: string; values?: unknown[]; name?: string }];
    statements.push(typeof query === 'string' ? { text: query, values: [] } : { text: query.text, values: query.values ?? [], ...(query.name ? { name: query.name } : {}) });
    const began = performance.now();
    const answer = (proper as (...all: unknown[]) => unknown).apply(this, given);
    if (answer instanceof Promise) void answer.finally(() => { database += performance.now() - began; }).catch(() => {});
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
