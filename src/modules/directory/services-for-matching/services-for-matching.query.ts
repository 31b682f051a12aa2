import { z } from 'zod';
import { choices, id, listOf } from '#core/input.ts';
import { query } from '../directory.ts';
import { servicesForMatching } from '../public.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';

/** Everything orientation weighs about the services of the network; `types` keeps those of any of these kinds. */
export const servicesForMatchingQuery = query({
  name: 'services-for-matching',
  says: 'Everything that orientation weighs about each service',
  input: z.strictObject({ types: choices(serviceTypeCodes), only: listOf(id()) }),
  run: (asking, { types, only }) => servicesForMatching(asking, { types, ...(only.length ? { only } : {}) }),
});
