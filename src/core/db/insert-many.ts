import { sql } from 'kysely';
import type { AnyTx } from './transaction.ts';

/** How a column is read from JSON, e.g. `{ id: 'uuid', names: 'jsonb' }`; names and types come from code, never from a request. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Writes many rows in one statement with one parameter, however many there are. A row that stands already is left alone with
 * `skip`. Answers how many were written. Bytes are given as Buffers.
 */
export async function insertMany(
  tx: AnyTx,
  table: string,
  types: ColumnTypes,
  rows: readonly Readonly<Record<string, unknown>>[],
  { skip = false } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = sql.join(Object.keys(types).map((name) => sql.ref(name)));
  const typed = sql.raw(
    Object.entries(types)
      .map(([name, type]) => `"${name}" ${type}`)
      .join(', '),
  );
  const done = await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from json_to_recordset(${JSON.stringify(rows.map(readable))}::json) as given (${typed}) ${skip ? sql.raw('on conflict do nothing') : sql.raw('')}`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}

/** Rows with their bytes as hexadecimal, as PostgreSQL reads them: JSON would spell a Buffer out number by number. */
const readable = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const bytes = Object.entries(row).filter(([, value]) => Buffer.isBuffer(value));
  return bytes.length
    ? { ...row, ...Object.fromEntries(bytes.map(([name, value]) => [name, `\\x${(value as Buffer).toString('hex')}`])) }
    : row;
};
