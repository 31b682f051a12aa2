import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from './transaction.ts';

/** The type of each column, e.g. `{ id: 'uuid', names: 'jsonb' }`; names and types come from code, never from a request. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Writes many rows in one statement with one parameter a column, however many there are. A row that stands already is left alone
 * with `skip`. What every row has alike is given once, as `same`: of some tables most columns. Answers how many were written. Bytes are
 * given as Buffers, moments as Dates.
 */
export async function insertMany(
  tx: AnyTx, table: string, types: ColumnTypes, rows: readonly Row[], { skip = false, same = {} }: { readonly skip?: boolean; readonly same?: Row } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(types);
  const own = names.filter((name) => !Object.hasOwn(same, name));
  const given = sql.join(own.map((name) => listOf(types[name]!, rows.map((row) => row[name]))));
  const done = await sql`insert into ${sql.table(table)} (${columnsOf(names)}) select ${sql.join(names.map((name) => (own.includes(name) ? cellOf(types[name]!, name) : onceOf(types[name]!, same[name]))))}
    from unnest(${given}) as given (${columnsOf(own)}) ${skip ? sql.raw('on conflict do nothing') : sql.raw('')}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

type Row = Readonly<Record<string, unknown>>;

const columnsOf = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)));

/** A list in a cell travels as its text: lists of lists would have to be of one length. */
const cellOf = (type: string, name: string): RawBuilder<unknown> => (type.endsWith('[]') ? sql`given.${sql.ref(name)}::${sql.raw(type)}` : sql`given.${sql.ref(name)}`);

const onceOf = (type: string, value: unknown): RawBuilder<unknown> =>
  sql`${type.endsWith('[]') ? value && listText(value as readonly string[]) : written(type, value)}::${sql.raw(type)}`;

/** One column of all rows. Read from lists: a set of records in JSON takes PostgreSQL ten times as long to take apart. */
function listOf(type: string, values: readonly unknown[]): RawBuilder<unknown> {
  if (type.endsWith('[]')) return sql`${values.map((value) => (value ? listText(value as readonly string[]) : null))}::text[]`;
  return sql`${values.map((value) => written(type, value))}::${sql.raw(type)}[]`;
}

function written(type: string, value: unknown): unknown {
  if (type === 'jsonb') return value === null || value === undefined ? null : JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** A list as PostgreSQL reads it from text. */
const listText = (values: readonly string[]): string => `{${values.map((value) => `"${value.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`;
