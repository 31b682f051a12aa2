import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';

/**
 * A person takes a consent back: it counts no more from this moment, and the row shows that it once did (rule 5). What was
 * shared by it closes in the same transaction (migration 0011); the desk tidies its lists afterwards.
 */
export const withdrawConsent = action({
  name: 'withdraw-consent',
  says: 'Notes that a person takes a consent back.',
  input: z.strictObject({ consent: id() }),
  refuses: ['nothing-to-withdraw'],
  run: async ({ tx, network, hub, now, record, later, refuse, absent }, { consent }) => {
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
    if (withdrawn.purpose === 'sharing') await later('desk.return-unshared-referrals', { person: withdrawn.person_id });
    return { person: withdrawn.person_id };
  },
});
