import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { reviews } from '../codes.ts';
import { action } from '../confidential.ts';

/** Looks at an emergency afterwards: was it justified? Until then, and from 72 hours on, both officers are locked out of every file. */
export const reviewEmergency = action({
  name: 'review-emergency',
  says: 'Judges whether an emergency opening was justified.',
  input: z.strictObject({ request: id(), review: choice(reviews) }),
  refuses: ['own-emergency', 'already-reviewed'],
  run: async ({ tx, network, now, actor, record, refuse, absent }, { request, review }) => {
    const row = await tx.selectFrom('confidential.key_request').select(['hub_id', 'asked_by', 'approved_by', 'reviewed_at'])
      .where('network_id', '=', network).where('id', '=', request).where('kind', '=', 'emergency').where('approved_at', 'is not', null).executeTakeFirst();
    if (!row) return absent();
    if (row.asked_by === actor.account || row.approved_by === actor.account) refuse('own-emergency');
    const reviewed = await tx.updateTable('confidential.key_request').set({ reviewed_by: actor.account, reviewed_at: now, review })
      .where('network_id', '=', network).where('id', '=', request).where('reviewed_at', 'is', null).executeTakeFirst();
    if (reviewed.numUpdatedRows === 0n) refuse('already-reviewed');
    await record({ name: 'emergency-reviewed', subject: request, hub: row.hub_id, body: { review } });
    return { request };
  },
});
