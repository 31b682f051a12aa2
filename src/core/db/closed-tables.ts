import type pg from 'pg';

/** Which of these tables (`schema.table`) nobody else can even read until this connection's transaction ends. */
export async function closedTables(client: pg.ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
     where l.pid = pg_backend_pid() and l.mode = 'AccessExclusiveLock' and format('%I.%I', n.nspname, c.relname) = any ($1::text[]) order by 1`, [tables]);
  return rows.map(({ name }) => name);
}
