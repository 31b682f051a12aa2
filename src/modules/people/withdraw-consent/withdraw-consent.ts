import { z } from 'zod';
import { id } from '#core/input.ts';
import { personGroup } from '../identity/person-group.ts';
import { action } from '../people.ts';

/**
 * A person takes a consent back: it counts no more from this moment, and the row shows that it once did (rule 5). Older answers to
 * the same purpose about the same partner go with it, so that none of them wakes up again. What was shared by it closes in the same
 * transaction (migrations 0011 and 0028); the desk tidies its lists afterwards.
 */
export const withdrawConsent = action({
  name: 'withdraw-consent',
  says: 'Notes that a person takes a consent back.',
  input: z.strictObject({ consent: id() }),
  refuses: ['nothing-to-withdraw'],
  run: async ({ tx, network, hub, now, record, later, refuse, absent }, { consent }) => {
    const meant = (await tx.selectFrom('people.consent').select(['person_id', 'purpose', 'recipient_id', 'recipient_hub_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', consent).executeTakeFirst()) ?? absent();
    const withdrawn = await tx.updateTable('people.consent').set({ withdrawn_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, meant.person_id))]).where('purpose', '=', meant.purpose)
      .where('recipient_id', 'is not distinct from', meant.recipient_id).where('recipient_hub_id', 'is not distinct from', meant.recipient_hub_id)
      .where('answer', '=', 'given').where('withdrawn_at', 'is', null)
      .returning('id').execute();
    if (!withdrawn.some(({ id: row }) => row === consent)) refuse('nothing-to-withdraw');
    await record({ name: 'consent-withdrawn', subject: consent, person: meant.person_id, body: { purpose: meant.purpose } });
    if (meant.purpose === 'sharing') await later('desk.return-unshared-referrals', { person: meant.person_id });
    return { person: meant.person_id };
  },
});
