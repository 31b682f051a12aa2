import { z } from 'zod';
import { choice, listOf, maybe, multilingual, wholeNumber, yes } from '#core/input.ts';
import { countries } from '#core/words/locale.ts';

/** What opens a network: its name, its countries, its rules. */
export const openNetworkInput = z.strictObject({
  names: multilingual(200),
  countries: listOf(choice(countries)).refine((list) => list.length > 0, { message: 'required' }),
  demo: yes(),
  reference_incubators_per_region: maybe(wholeNumber(0, 99)),
});
