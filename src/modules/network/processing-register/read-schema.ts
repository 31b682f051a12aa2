import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { groupedBy } from './grouped-by.ts';
import { describedSchemas } from './purpose-of.ts';

/** One column of the database as the register tells it. */
export interface RegisteredColumn {
  readonly name: string;
  readonly type: string;
  readonly says: string;
  /** `sealed` under a key of its own; `fingerprint`: can be compared, not read back; `plain`: readable by whoever may open the row. */
  readonly keptAs: 'sealed' | 'fingerprint' | 'plain';
}

/** One table with what it says of whom, and how far it is closed. */
export interface RegisteredTable {
  readonly schema: string;
  readonly name: string;
  readonly says: string;
  readonly about: 'person' | 'staff' | 'none';
  readonly compartment: 'C0' | 'C1' | 'C2';
  readonly columns: readonly RegisteredColumn[];
}

interface Row {
  readonly schema: string;
  readonly table: string;
  readonly says: string;
  readonly column: string;
  readonly type: string;
  readonly column_says: string;
  readonly person_key: boolean;
  readonly account_key: boolean;
  readonly policies: string;
}

/** Reads every table of the house from PostgreSQL's own catalogue: what a migration adds is in the register without anybody's doing.
 * In a part that no migration described, a table counts only when a login people act through may touch it. */
export async function readSchema(tx: AnyTx): Promise<readonly RegisteredTable[]> {
  // What is asked of a table is asked once, not again for each of its columns.
  const { rows } = await sql<Row>`with held as materialized (
      select c.oid, n.nspname as schema, c.relname as table, coalesce(obj_description(c.oid, 'pg_class'), '') as says,
        exists (select from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
          where k.conrelid = c.oid and k.contype = 'f' and tn.nspname = 'people' and t.relname in ('person', 'enrolment')) as person_key,
        exists (select from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
          where k.conrelid = c.oid and k.contype = 'f' and tn.nspname = 'network' and t.relname = 'account') as account_key,
        coalesce((select string_agg(coalesce(pg_get_expr(p.polqual, p.polrelid), ''), ' ') from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')), '') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
        and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'network_id' and not k.attisdropped)
        and (n.nspname = any (${[...describedSchemas]}) or exists (select from pg_roles r where r.rolname in ('hadina_app', 'hadina_intake', 'hadina_protected', 'hadina_report')
          and (has_any_column_privilege(r.oid, c.oid, 'select') or has_any_column_privilege(r.oid, c.oid, 'insert')))))
    select held.schema, held.table, held.says, held.person_key, held.account_key, held.policies,
      a.attname as column, format_type(a.atttypid, a.atttypmod) as type, coalesce(col_description(held.oid, a.attnum), '') as column_says
    from held join pg_attribute a on a.attrelid = held.oid and a.attnum > 0 and not a.attisdropped
    where a.attname <> 'network_id'
    order by held.schema, held.table, a.attnum`.execute(tx);
  const tables = groupedBy(rows, ({ schema, table }) => `${schema}.${table}`);
  return [...tables.values()].map(asTable);
}

const personColumn = /^(person_id|spoken_to_id|acting_person_id|subject_person_id|key_owner_id)$/;
const staffColumn = /^(account_id|login)$/;

function asTable(rows: readonly Row[]): RegisteredTable {
  const { schema, table: name, says, policies } = rows[0]!;
  const columns = rows.map(asColumn);
  const person = rows.some((row) => row.person_key || personColumn.test(row.column)) || `${schema}.${name}` === 'people.person' || schema === 'confidential';
  const staff = rows.some((row) => row.account_key || staffColumn.test(row.column));
  return { schema, name, says, about: person ? 'person' : staff ? 'staff' : 'none', compartment: compartmentOf(schema, policies, columns), columns };
}

function compartmentOf(schema: string, policies: string, columns: readonly RegisteredColumn[]): RegisteredTable['compartment'] {
  // What protection officers may read beside others stays what it is for the others.
  if (schema === 'confidential' || (policies.includes('app.protected_hubs') && !policies.includes('app.hubs'))) return 'C2';
  return /app\.(contact_hubs|life_hubs)/.test(policies) || columns.some(({ keptAs }) => keptAs === 'sealed') ? 'C1' : 'C0';
}

/** Bytes are either sealed or a fingerprint: nothing else is kept as bytes here, and a file is sealed before it is kept. */
function asColumn({ column, type, column_says: says }: Row): RegisteredColumn {
  const bytes = type === 'bytea';
  const print = /^(hash|blind|mark)|_hash$|fingerprint/.test(column) || /fingerprint|sha-256/i.test(says);
  return { name: column, type, says, keptAs: !bytes ? 'plain' : print ? 'fingerprint' : /seal|encrypt|aes/i.test(`${column} ${says}`) ? 'sealed' : 'plain' };
}
