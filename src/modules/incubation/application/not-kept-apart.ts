import { sql } from 'kysely';

/** True of rows of persons who do not keep the asker out. Whoever leads a call counts the others by number, and opens or moves none of them. */
export const notKeptApart = (column = 'person_id') => sql<boolean>`${sql.ref(column)} not in (select k.person_id from people.kept_apart k)`;
