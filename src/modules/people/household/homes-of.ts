import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** Somebody's household as one hub knows it at a moment, for whoever gives to households: who is in it and how many of them are younger than 18. */
export interface Home {
  readonly person: string;
  /** The household; herself, by the file that stands for her, where none was noted. */
  readonly unit: string;
  /** Every file of everybody who lives there, hers included. */
  readonly files: readonly string[];
  readonly adults: number;
  /** By year of birth; a child of the household whose year nobody knows counts as one. */
  readonly minors: number;
}

/** The households of many persons at once, by the ids asked for. Files of one woman count once. `year` is the year ages are told for. */
export async function homesOf(tx: AnyTx, { network, hub, year }: { network: string; hub: string; year: number }, persons: readonly string[]): Promise<ReadonlyMap<string, Home>> {
  const { rows } = await sql<Home>`
    with asked as (
      select p.id, coalesce(s.survivor_id, p.id) as one from unnest(${[...persons]}::uuid[]) p (id)
        left join core.same_person s on s.network_id = ${network} and s.person_id = p.id),
    hers as (
      select a.id, a.one, a.id as file from asked a
      union select a.id, a.one, s.person_id from asked a join core.same_person s on s.network_id = ${network} and s.survivor_id = a.one),
    home as (
      select distinct on (h.id) h.id, m.household_id from hers h join people.household_member m on m.network_id = ${network} and m.hub_id = ${hub} and m.person_id = h.file and m.until is null
        order by h.id, m.since desc),
    living as (
      select o.id, m.person_id as file, coalesce(s.survivor_id, m.person_id) as one, m.tie from home o
        join people.household_member m on m.network_id = ${network} and m.hub_id = ${hub} and m.household_id = o.household_id and m.until is null
        left join core.same_person s on s.network_id = ${network} and s.person_id = m.person_id
      union all select h.id, h.file, h.one, 'self' from hers h),
    one_each as (
      select l.id, l.one, bool_or(coalesce(${year} - p.birth_year < 18, l.tie = 'child')) as young
        from living l left join people.person p on p.network_id = ${network} and p.id = l.one group by l.id, l.one)
    select a.id as person, coalesce(o.household_id, a.one) as unit, l.files, c.adults::int as adults, c.minors::int as minors
      from asked a left join home o on o.id = a.id
        -- Gathered once for all: asked for each household, ten thousand of them would be held against ten thousand.
        join (select id, array_agg(distinct file) as files from living group by id) l on l.id = a.id
        join (select id, count(*) filter (where not young) as adults, count(*) filter (where young) as minors from one_each group by id) c on c.id = a.id`.execute(tx);
  return new Map(rows.map((home) => [home.person, home]));
}
