import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from './transaction.ts';

/** The type of each column, e.g. `{ id: 'uuid', names: 'jsonb' }`; names and types come from code, never from a request. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Writes many rows in one statement with one parameter a column, however many there are. A row that stands already is left alone
 * with `skip`. Answers how many were written. Bytes are given as Buffers, moments as Dates.
 */
export async function insertMany(
  tx: AnyTx, table: string, types: ColumnTypes, rows: readonly Readonly<Record<string, unknown>>[], { skip = false } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(types);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const given = sql.join(names.map((name) => listOf(types[name]!, rows.map((row) => row[name]))));
  // A list in a cell travels as its text: lists of lists would have to be of one length.
  const cells = sql.join(names.map((name) => (types[name]!.endsWith('[]') ? sql`given.${sql.ref(name)}::${sql.raw(types[name]!)}` : sql`given.${sql.ref(name)}`)));
  const done = await sql`insert into ${sql.table(table)} (${columns}) select ${cells}
    from unnest(${given}) as given (${columns}) ${skip ? sql.raw('on conflict do nothing') : sql.raw('')}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** One column of all rows. Read from lists: a set of records in JSON takes PostgreSQL ten times as long to take apart. */
function listOf(type: string, values: readonly unknown[]): RawBuilder<unknown> {
  if (type.endsWith('[]')) return sql`${values.map((value) => (value ? listText(value as readonly string[]) : null))}::text[]`;
  const written = type === 'jsonb' ? values.map((value) => (value === null || value === undefined ? null : JSON.stringify(value)))
    : values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return sql`${written}::${sql.raw(type)}[]`;
}

/** A list as PostgreSQL reads it from text. */
const listText = (values: readonly string[]): string => `{${values.map((value) => `"${value.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`;
