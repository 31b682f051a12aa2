import type pg from 'pg';
import type { KeptTable } from './manifest.ts';

/**
 * Takes off what stands in the way of filling tables in any order: foreign keys, plain indexes, triggers, forced row security, and
 * the few rows that migrations wrote. Gives the way back, which checks every foreign key over all rows. Inside the caller's transaction.
 */
export async function layBare(client: pg.ClientBase, tables: readonly KeptTable[]): Promise<() => Promise<void>> {
  const names = tables.map(({ name }) => name);
  const [keys, indexes, triggers, forced] = [
    await list(client, keysOf, names), await list(client, indexesOf, names), await list(client, triggersOf, names), await list(client, forcedOf, names),
  ];
  for (const { off } of [...keys, ...indexes, ...triggers, ...forced]) await client.query(off);
  await client.query(`truncate ${names.join(', ')}`);
  return async () => {
    for (const { on } of [...indexes, ...keys, ...triggers, ...forced]) await client.query(on);
  };
}

interface Step { readonly off: string; readonly on: string }

const list = async (client: pg.ClientBase, text: string, names: readonly string[]): Promise<Step[]> => (await client.query<Step>(text, [names])).rows;

const within = "format('%I.%I', n.nspname, c.relname) = any ($1::text[])";

const keysOf = `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as off,
    format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as on
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and ${within}`;

const indexesOf = `select format('drop index %I.%I', n.nspname, i.relname) as off, pg_get_indexdef(i.oid) as on
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
  where not x.indisunique and not x.indisexclusion and not exists (select from pg_constraint k where k.conindid = i.oid) and ${within}`;

const triggersOf = `select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname) as off,
    format('alter table %I.%I enable trigger %I', n.nspname, c.relname, t.tgname) as on
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and t.tgenabled = 'O' and ${within}`;

const forcedOf = `select format('alter table %I.%I no force row level security', n.nspname, c.relname) as off,
    format('alter table %I.%I force row level security', n.nspname, c.relname) as on
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity and ${within}`;
