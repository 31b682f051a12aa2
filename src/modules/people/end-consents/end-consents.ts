import { z } from 'zod';
import { action } from '../people.ts';

const AT_ONCE = 5_000;

/**
 * Notes every night which consents came to their end. They counted no more from that moment, whoever had forgotten them; this writes
 * the event and lets the desk bring back what was shared by them.
 */
export const endConsents = action({
  name: 'end-consents',
  says: 'Notes which consents came to their end.',
  input: z.strictObject({}),
  run: async ({ tx, network, now, recordAll, record, later }) => {
    const over = await tx.updateTable('people.consent').set({ ended_at: now })
      .where('network_id', '=', network).where('id', 'in', tx.selectFrom('people.consent').select('id')
        .where('network_id', '=', network).where('answer', '=', 'given').where('withdrawn_at', 'is', null).where('ended_at', 'is', null)
        .where('until_at', '<=', now).orderBy('until_at').limit(AT_ONCE))
      .returning(['id', 'hub_id', 'person_id', 'purpose']).execute();
    await recordAll(over.map(({ id, hub_id: hub, person_id: person, purpose }) => ({ name: 'consent-expired', subject: id, hub, person, body: { purpose } })));
    for (const person of new Set(over.filter(({ purpose }) => purpose === 'sharing').map((each) => each.person_id))) await later('desk.return-unshared-referrals', { person });
    await record({ name: 'ends-looked-at', subject: network, hub: null, body: { ended: over.length } });
    return { ended: over.length };
  },
});
