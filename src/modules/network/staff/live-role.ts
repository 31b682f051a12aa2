import { sql } from 'kysely';

/** A role that counts now by the database's clock: begun, not over, not taken back, confirmed where two are needed. `table` is the alias of held_role. */
export const liveRole = (table: string) =>
  sql<boolean>`${sql.ref(`${table}.revoked_at`)} is null and not ${sql.ref(`${table}.waits`)} and ${sql.ref(`${table}.from_at`)} <= now() and ${sql.ref(`${table}.until_at`)} > now()`;
