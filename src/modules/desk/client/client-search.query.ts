import { z } from 'zod';
import { maybe, id, text } from '#core/input.ts';
import { organizationCard, organizationSearch } from '#modules/network/public.ts';
import { findPeople, personCard } from '#modules/people/public.ts';
import { query } from '../desk.ts';

/**
 * Whoever may be meant by what was typed: persons of this hub in any spelling, by file number or open phone, and
 * organizations. With `person` or `organization` it also gives the one already chosen.
 */
export const clientSearch = query({
  name: 'client-search',
  says: 'Finds the person or organization that stands before me.',
  input: z.strictObject({ typed: maybe(text(120)), person: maybe(id()), organization: maybe(id()) }),
  run: async (asking, { typed, person, organization }) => ({
    people: typed ? await findPeople(asking, typed) : [],
    organizations: typed ? await organizationSearch(asking.tx, typed) : [],
    person: person ? ((await personCard(asking.tx, person)) ?? null) : null,
    organization: organization ? ((await organizationCard(asking.tx, organization)) ?? null) : null,
  }),
});
