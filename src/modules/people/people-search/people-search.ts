import { z } from 'zod';
import { maybe, text, wholeNumber } from '#core/input.ts';
import { query } from '../people.ts';
import { type PersonCard, peopleByIds } from '../person/person-card.ts';
import { searchPeople } from '../search/find-people.ts';

/** How many persons a page of the list shows. */
export const pageSize = 50;

export interface PersonRow extends PersonCard {
  /** When this hub first received her. */
  readonly since: Date;
}

/** The persons of a hub: the newest first, or those who answer what was typed; 50 a page with a true count. */
export const peopleSearch = query({
  name: 'people-search',
  says: 'Finds persons of the hub by name in any spelling, file code or phone.',
  input: z.strictObject({ q: maybe(text(200)), page: wholeNumber(1, 100_000).default(1) }),
  run: async (asking, { q, page }) => {
    const { tx, network, hub } = asking;
    const offset = (page - 1) * pageSize;
    // A merged file is in no list where the one that stands for it is received too.
    const merged = tx.selectFrom('core.same_person as same').innerJoin('people.enrolment as stays', (join) => join.onRef('stays.network_id', '=', 'same.network_id').onRef('stays.person_id', '=', 'same.survivor_id'))
      .select('same.person_id').where('same.network_id', '=', network).where('same.into_id', 'is not', null).where('stays.hub_id', '=', hub);
    // Whoever was erased is in no list: nothing is left to find her by.
    const erased = tx.selectFrom('people.person').select('id').where('network_id', '=', network).where('erased_at', 'is not', null);
    const enrolled = tx.selectFrom('people.enrolment').where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'not in', merged).where('person_id', 'not in', erased);
    const found = q
      ? await searchPeople(tx, asking, q, { limit: pageSize, offset })
      : {
          ids: (await enrolled.select('person_id').orderBy('since', 'desc').orderBy('person_id', 'desc').limit(pageSize).offset(offset).execute())
            .map(({ person_id: id }) => id),
          total: Number((await enrolled.select((count) => count.fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow()).total),
          loose: false,
        };
    const cards = await peopleByIds(tx, found.ids);
    const dates = found.ids.length === 0 ? [] : await enrolled.select(['person_id', 'since']).where('person_id', 'in', [...found.ids]).execute();
    const since = new Map(dates.map((row) => [row.person_id, row.since]));
    const people: PersonRow[] = found.ids.flatMap((id) => {
      const card = cards.get(id);
      const at = since.get(id);
      return card && at ? { ...card, since: at } : [];
    });
    return { people, total: found.total, page, loose: found.loose };
  },
});
