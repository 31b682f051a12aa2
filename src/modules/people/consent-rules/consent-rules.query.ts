import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { dutyIn } from '../alert-duty/duty-in.ts';
import { consentLengths } from '../consent/consent-length.ts';
import { minorLaws } from '../consent/minor-law.ts';
import { query } from '../people.ts';

/** How long consents last in the network, and for each country of its hubs the rule for minors and the decision about alerts. */
export const consentRules = query({
  name: 'consent-rules',
  says: 'Shows how long consents last, how minors agree and what was decided about alerts.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const present = [...new Set((await hubsOf(tx)).map(({ country }) => country))].sort();
    const countries = [];
    for (const country of present) countries.push({ country, law: minorLaws[country], duty: (await dutyIn(tx, network, country)) ?? null });
    return { days: await consentLengths(tx, network), countries };
  },
});
