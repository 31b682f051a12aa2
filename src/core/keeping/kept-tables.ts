import { createHash } from 'node:crypto';
import type pg from 'pg';
import { copyOut } from './copy-rows.ts';
import type { CountedTable, KeptTable, Opening } from './manifest.ts';

/** Locks belong to a running process: a restored job is free to be taken. */
const passing = ['locked_at', 'locked_by'];

/** Every table of this database with what is needed to read it in a fixed order; the lists of migrations are not rows but layout. */
export async function keptTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and ${stored}) as columns,
       coalesce(
         (select array_agg(quote_ident(a.attname) || ${byCode} order by k.n) from pg_index i
            cross join unnest(i.indkey::int[]) with ordinality k(att, n)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att where i.indrelid = c.oid and i.indisprimary),
         (select array_agg(quote_ident(a.attname) || '::text collate "C"' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and ${stored})) as "order"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
       and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`, [passing]);
  return rows;
}

const stored = `a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and not (n.nspname = 'graphile_worker' and a.attname = any ($1::text[]))`;
const byCode = `case when a.attcollation <> 0 then ' collate "C"' else '' end`;

/** The numbers that count by themselves. */
export async function keptSequences(client: pg.ClientBase): Promise<Opening['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname !~ '^pg_' order by 1`);
  const found: Opening['sequences'] = [];
  for (const { name } of rows) {
    const { rows: [at] } = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`);
    found.push({ name, ...at! });
  }
  return found;
}

/** Reads a table in its order, batch by batch, and counts and hashes what went by. */
export async function readTable(client: pg.ClientBase, table: KeptTable, take: (bytes: Buffer) => Promise<void>): Promise<CountedTable> {
  const { name, columns, order } = table;
  const hash = createHash('sha256');
  let rows = 0;
  for await (const bytes of copyOut(client, `select ${columns.join(', ')} from ${name} order by ${order.join(', ')}`)) {
    hash.update(bytes);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++;
    await take(bytes);
  }
  return { name, columns, order, rows, sha256: hash.digest('hex') };
}

/** The same value is written the same way by every server, whatever its settings. */
export const plainSettings =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1; set local work_mem = '64MB'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";
