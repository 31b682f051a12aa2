import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../training.ts';
import { heldSession } from './known-session.ts';

/** Announces a planned course: from now on one may ask for a seat, and a course for those the hub serves stands on the public list. */
export const announceSession = action({
  name: 'announce-session',
  says: 'Announces a course, so that one may ask for a seat.',
  input: z.strictObject({ session: id() }),
  refuses: ['not-planned', 'time-has-passed', 'agreement-over'],
  run: async (doing, { session }) => {
    const { tx, network, now, refuse, record } = doing;
    const row = await heldSession(doing, session);
    if (row.state !== 'planned') refuse('not-planned');
    if (row.starts_at <= now) refuse('time-has-passed');
    await tx.updateTable('training.session').set({ state: 'announced', state_at: now }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'session-announced', subject: session, body: { topic: row.topic, audience: row.audience } });
    return { session };
  },
});
