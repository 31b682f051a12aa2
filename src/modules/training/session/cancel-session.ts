import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { moveReasons } from '../codes.ts';
import { action } from '../training.ts';
import { heldSession } from './known-session.ts';

/** Cancels a course that is not closed: its trainers are free at that hour again, its seats stay on the sheet so that they can be told. */
export const cancelSession = action({
  name: 'cancel-session',
  says: 'Cancels a course and says why.',
  input: z.strictObject({ session: id(), why: choice(moveReasons) }),
  refuses: ['session-over', 'agreement-over'],
  run: async (doing, { session, why }) => {
    const { tx, network, now, refuse, record } = doing;
    const row = await heldSession(doing, session);
    if (row.state === 'closed' || row.state === 'cancelled') refuse('session-over');
    await tx.deleteFrom('training.taught').where('network_id', '=', network).where('session_id', '=', session).execute();
    await tx.updateTable('training.session').set({ state: 'cancelled', state_at: now, why }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'session-cancelled', subject: session, body: { why, given: row.given } });
    return { session };
  },
});
