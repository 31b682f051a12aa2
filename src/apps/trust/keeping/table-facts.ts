import type pg from 'pg';

/** What a table holds, told by PostgreSQL itself and not by the code of the backup: its rows, and the sum of a hash of each. */
export interface TableFact {
  readonly rows: number;
  readonly sum: string;
}

/** The facts of every table of the house, of the columns that are given (those of an older version), or of all. */
export async function tableFacts(owner: pg.ClientBase, columns?: ReadonlyMap<string, readonly string[]>): Promise<Map<string, TableFact>> {
  await owner.query(`set timezone = 'UTC'; set bytea_output = 'hex'`);
  const known = columns ?? (await columnsNow(owner));
  const facts = new Map<string, TableFact>();
  for (const [table, names] of known) {
    const { rows: [fact] } = await owner.query<{ rows: number; sum: string }>(
      `select count(*)::int as rows, coalesce(sum(hashtextextended(row(${names.join(', ')})::text, 0)::numeric), 0)::text as sum from ${table}`);
    facts.set(table, fact!);
  }
  return facts;
}

/** Every table of the house with its columns as they are now; jobs, lists of migrations and places of the world (which come with the program) are not rows of people. */
export async function columnsNow(owner: pg.ClientBase): Promise<Map<string, readonly string[]>> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration', 'graphile_worker') and (n.nspname, c.relname) not in (('core', 'restored'), ('network', 'territory'))
     group by 1 order by 1`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** The tables whose facts are not the same. */
export const differing = (before: ReadonlyMap<string, TableFact>, after: ReadonlyMap<string, TableFact>): string[] =>
  [...before].filter(([table, { rows, sum }]) => after.get(table)?.rows !== rows || after.get(table)?.sum !== sum)
    .map(([table, { rows }]) => `${table}: ${rows} rows before, ${after.get(table)?.rows ?? 'no table'} after`);
