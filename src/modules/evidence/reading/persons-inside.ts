import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { eventsInside, type Scope } from './events-inside.ts';

/** One person at one hub: how often one event happened, when first, and who she was then. */
export interface PersonInside {
  readonly person: string;
  readonly hub: string;
  readonly name: string;
  readonly many: number;
  /** ISO day of the hub. */
  readonly firstDay: string;
  readonly sex: string;
  readonly ageBand: string;
  /** ISO 3166-2 of her governorate or province; `unknown`. */
  readonly governorate: string;
}

/** Persons of a period as figures count them: merged files are one, what was struck out is not there. For extracts without names; never shown as it is. */
export async function personsInside(tx: AnyTx, scope: Scope): Promise<readonly PersonInside[]> {
  const first = (value: ReturnType<typeof sql>) => sql`(array_agg(${value} order by day, id))[1]`;
  const { rows } = await sql<Omit<PersonInside, 'many'> & { many: bigint }>`with ${eventsInside(scope)}
    select person_id as person, hub_id as hub, name, count(*) as many, min(day)::text as "firstDay", ${first(sql`coalesce(body ->> 'sex', 'unknown')`)} as sex,
      ${first(sql`coalesce(body ->> 'age_band', 'unknown')`)} as "ageBand", ${first(sql`coalesce(substring(body ->> 'territory' from '^[A-Z]{2}-[^-]+'), 'unknown')`)} as governorate
    from inside where person_id is not null and coalesce(body ->> 'kind', 'person') = 'person' group by person_id, hub_id, name order by person_id, hub_id, name`.execute(tx);
  return rows.map((row) => ({ ...row, many: Number(row.many) }));
}
