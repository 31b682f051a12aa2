import { type RawBuilder, sql } from 'kysely';

/** Rows that hang on these services. A list as one value: the same statement, planned once, whatever their number. */
export const ofServices = (ids: readonly string[], column = 'service_id'): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any (${[...ids]}::uuid[])`;
