import { sql } from 'kysely';

/** The network of the open transaction, as its context says; public functions filter by it. */
export const inNetwork = sql<string>`nullif(current_setting('app.network', true), '')::uuid`;
