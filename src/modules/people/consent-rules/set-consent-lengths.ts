import { z } from 'zod';
import { wholeNumber } from '#core/input.ts';
import { mostDays } from '../consent/consent-length.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { action } from '../people.ts';

const days = z.strictObject(Object.fromEntries(consentPurposes.map((purpose) => [purpose, wholeNumber(1, mostDays)])) as Record<(typeof consentPurposes)[number], ReturnType<typeof wholeNumber>>);

/** Sets how long a yes to each purpose lasts in the network; answers given before keep their own end. */
export const setConsentLengths = action({
  name: 'set-consent-lengths',
  says: 'Sets how long consents last in the network.',
  input: z.strictObject({ days }),
  run: async ({ tx, network, now, actor, record }, input) => {
    const set = { set_at: now, set_by: actor.account };
    for (const purpose of consentPurposes) {
      const length = input.days[purpose] as number;
      await tx.insertInto('people.consent_length').values({ network_id: network, purpose, days: length, ...set })
        .onConflict((conflict) => conflict.columns(['network_id', 'purpose']).doUpdateSet({ days: length, ...set })).execute();
    }
    await record({ name: 'consent-lengths-set', subject: network, hub: null, body: { days: input.days } });
    return { network };
  },
});
