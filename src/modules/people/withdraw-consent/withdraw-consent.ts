import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';

/** A person takes a consent back: it counts no more from this moment, and the row shows that it once did (rule 5). */
export const withdrawConsent = action({
  name: 'withdraw-consent',
  says: 'Notes that a person takes a consent back.',
  input: z.strictObject({ consent: id() }),
  refuses: ['nothing-to-withdraw'],
  run: async ({ tx, network, hub, now, record, refuse, absent }, { consent }) => {
    const withdrawn = await tx.updateTable('people.consent').set({ withdrawn_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', consent)
      .where('answer', '=', 'given').where('withdrawn_at', 'is', null)
      .returning(['person_id', 'purpose']).executeTakeFirst();
    if (!withdrawn) {
      const known = await tx.selectFrom('people.consent').select('id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', consent).executeTakeFirst();
      return known ? refuse('nothing-to-withdraw') : absent();
    }
    await record({ name: 'consent-withdrawn', subject: consent, person: withdrawn.person_id, body: { purpose: withdrawn.purpose } });
    return { person: withdrawn.person_id };
  },
});
