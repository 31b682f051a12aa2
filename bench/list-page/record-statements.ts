import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/** Notes every statement that the work sends to PostgreSQL, so that the bare peer can send exactly the same. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const proper = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [query] = given as [string | { text: string; values?: unknown[]; name?: string }];
    if (typeof query === 'string') sent.push({ text: query, values: [] });
    else sent.push({ text: query.text, values: query.values ?? [], ...(query.name ? { name: query.name } : {}) });
    return (proper as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof proper;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = proper;
  }
  return sent;
}
