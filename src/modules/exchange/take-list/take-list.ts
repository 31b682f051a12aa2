import { sql } from 'kysely';
import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { action } from '../exchange.ts';
import { markUnderLeave } from '../leave/under-leave.ts';

export const lists = ['services', 'organizations', 'persons'] as const;
export type ListName = (typeof lists)[number];

const rowsAtOnce = 1_000;

/** Headings of each list: the codes of the fields, so that what was taken out comes in again as the same. */
export const listColumns: Readonly<Record<ListName, readonly string[]>> = {
  services: ['id', 'name_ar', 'name_fr', 'name_en', 'description', 'organization', 'type', 'modes', 'stages', 'languages', 'territory', 'phone', 'email', 'url', 'places', 'waiting_days'],
  organizations: ['id', 'name_ar', 'name_fr', 'name_en', 'description', 'kind', 'sector', 'founded', 'phone', 'email', 'url', 'territory'],
  persons: ['code', 'name', 'name_other', 'birth_year', 'sex', 'territory', 'taken_out'],
};

type Row = { id: string } & Record<string, string | number | null>;

/**
 * Takes a list out, a thousand rows at a time and only what one may see: what stands on ordinary cards, never a phone of a person, a
 * paper or a note. Persons go out under a leave only, and each row says who took it and when. Each step is an event, so that it is known who took which list. `after` is the id of the last row taken.
 */
export const takeList = action({
  name: 'take-list',
  says: 'Takes a list out as a table',
  input: z.strictObject({ list: choice(lists), after: maybe(id()), leave: maybe(id()) }),
  remembers: false,
  run: async (doing, { list, after, leave }) => {
    const { tx, network, hub, record } = doing;
    const mark = list === 'persons' ? await markUnderLeave(doing, leave) : null;
    const from = after ?? '00000000-0000-0000-0000-000000000000';
    const { rows } = await (list === 'services' ? sql<Row>`
      select s.id, s.names->>'ar' as name_ar, s.names->>'fr' as name_fr, s.names->>'en' as name_en, coalesce(s.descriptions->>'fr', s.descriptions->>'ar', s.descriptions->>'en') as description,
        coalesce(o.names->>'fr', o.names->>'ar', o.names->>'en') as organization, array_to_string(s.type_codes, ', ') as type, array_to_string(s.modes, ', ') as modes, array_to_string(s.stages, ', ') as stages,
        array_to_string(s.languages, ', ') as languages, s.area_codes[1] as territory, s.phone, s.email, s.url, s.capacity_places as places, s.waiting_days
      from directory.service s left join network.organization o on o.network_id = s.network_id and o.id = s.organization_id
      where s.network_id = ${network} and s.id > ${from} and s.status <> 'defunct' order by s.id limit ${rowsAtOnce}` : list === 'organizations' ? sql<Row>`
      select id, names->>'ar' as name_ar, names->>'fr' as name_fr, names->>'en' as name_en, coalesce(descriptions->>'fr', descriptions->>'ar', descriptions->>'en') as description,
        kind, sector, founded_year as founded, phone, email, website as url, territory_code as territory
      from network.organization where network_id = ${network} and id > ${from} and left_on is null order by id limit ${rowsAtOnce}` : sql<Row>`
      select p.id, p.code, p.name, p.name_other, p.birth_year, p.sex, p.territory_code as territory, ${mark}::text as taken_out
      from people.enrolment e join people.person p on p.network_id = e.network_id and p.id = e.person_id
      where e.network_id = ${network} and e.hub_id = ${hub} and p.id > ${from} and p.erased_at is null order by p.id limit ${rowsAtOnce}`).execute(tx);
    await record({ name: 'list-taken', subject: hub, body: { list, rows: rows.length } });
    return { columns: listColumns[list], rows: rows.map((row) => listColumns[list].map((name) => row[name] ?? null)), next: rows.length === rowsAtOnce ? rows.at(-1)!.id : null };
  },
});
