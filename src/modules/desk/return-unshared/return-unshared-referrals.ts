import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../desk.ts';
import { bringBack } from '../referral/return-referral.ts';

/**
 * Brings back the open referrals of a person who took her consent to sharing back. PostgreSQL shut them to the body in the same
 * moment as her word (`shut_at`, migration 0011); this job only tidies the lists and writes the events. People enqueues it.
 */
export const returnUnsharedReferrals = action({
  name: 'return-unshared-referrals',
  says: 'Brings back the referrals of a person who no longer agrees to sharing.',
  input: z.strictObject({ person: id() }),
  run: async (doing, { person }) => {
    const { tx, network } = doing;
    const shut = await tx.selectFrom('desk.referral').select(['id', 'hub_id'])
      .where('network_id', '=', network).where('spoken_to_id', '=', person).where('shut_at', 'is not', null)
      .where('state', 'in', ['sent', 'accepted']).forUpdate().execute();
    for (const { id: referral, hub_id: hub } of shut) await bringBack(doing, { hub, id: referral }, 'consent-withdrawn');
    await doing.record({ name: 'unshared-looked-through', subject: person, person, hub: null, body: { returned: shut.length } });
    return { returned: shut.length };
  },
});
