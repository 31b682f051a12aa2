import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** A table where records of imports stand, and the rows that hang on each record and go with it. */
export interface Stand {
  readonly table: string;
  readonly hanging: readonly (readonly [table: string, column: string])[];
}

/** A table that uses records of an import, and how many of them. */
export interface Use {
  readonly table: string;
  readonly records: number;
}

/** Where else records of this import are used: every foreign key that points at them is asked, as far as one may see. */
export async function usesOf(tx: AnyTx, network: string, of: string, stands: readonly Stand[]): Promise<readonly Use[]> {
  const own = new Set(stands.flatMap(({ table, hanging }) => [table, ...hanging.map(([name]) => name)]));
  const uses: Use[] = [];
  for (const { table, pointed } of stands.flatMap(({ table, hanging }) => [{ table, pointed: [table, 'id'] as const }, ...hanging.map((pointed) => ({ table, pointed }))])) {
    const { rows } = await sql<{ table: string; column: string }>`
      select n.nspname || '.' || c.relname as table, a.attname as column from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      cross join lateral unnest(k.conkey, k.confkey) as pair (own, theirs)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.theirs
      where k.contype = 'f' and k.confrelid = ${pointed[0]}::regclass and t.attname = ${pointed[1]} and has_table_privilege(k.conrelid, 'select')`.execute(tx);
    for (const each of rows.filter((found) => !own.has(found.table) && !uses.some((use) => use.table === found.table))) {
      const { rows: [count] } = await sql<{ records: bigint }>`select count(distinct used.id) as records from ${sql.table(table)} as used
        join ${sql.table(each.table)} as user_of on user_of.network_id = used.network_id and user_of.${sql.ref(each.column)} = used.id
        where used.network_id = ${network} and used.import_id = ${of}`.execute(tx);
      if (count!.records > 0n) uses.push({ table: each.table, records: Number(count!.records) });
    }
  }
  return uses;
}

/**
 * Takes away for good some records of an undone import. One that something still points at, even where nobody here can see it,
 * stays and becomes an ordinary record. Answers how many went and stayed.
 */
export async function removeRecords(tx: AnyTx, network: string, { table, hanging }: Stand, ids: readonly string[]): Promise<{ removed: number; kept: number }> {
  const name = sql.table(table);
  const [places, columns] = [[...hanging.map(([each]) => each), table], [...hanging.map(([, column]) => column), 'id']];
  await sql`select exchange.remove_records(${network}::uuid, ${[...ids]}::uuid[], ${places}::text[], ${columns}::text[])`.execute(tx);
  const { rows } = await sql<{ id: string }>`update ${name} set import_id = null where network_id = ${network} and id = any (${[...ids]}::uuid[]) returning id`.execute(tx);
  return { removed: ids.length - rows.length, kept: rows.length };
}
