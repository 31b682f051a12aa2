import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { organizationCard, organizationSearch } from '#modules/network/public.ts';
import { findPeople, personCard } from '#modules/people/public.ts';
import { query } from '../incubation.ts';

/** Whoever may be meant by what was typed, to apply or to apply together: persons of this hub and bodies; with `person` or `organization` the one chosen. */
export const applicantSearch = query({
  name: 'applicant-search',
  says: 'Finds who applies.',
  input: z.strictObject({ typed: maybe(text(120)), person: maybe(id()), organization: maybe(id()) }),
  run: async (asking, { typed, person, organization }) => ({
    people: typed ? await findPeople(asking, typed) : [],
    organizations: typed ? await organizationSearch(asking.tx, typed) : [],
    person: person ? ((await personCard(asking.tx, person)) ?? null) : null,
    organization: organization ? ((await organizationCard(asking.tx, organization)) ?? null) : null,
  }),
});
