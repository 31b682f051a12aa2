import { type RawBuilder, sql } from 'kysely';

/** A value for a jsonb column. The driver would turn lists into PostgreSQL arrays and leave texts without quotes. */
export const asJson = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;
