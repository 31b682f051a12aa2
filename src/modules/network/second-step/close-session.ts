import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';

/** Ends one session of her own: a phone left in a taxi. */
export const closeSession = action({
  name: 'close-session',
  says: 'Ends one session of one’s own.',
  input: z.strictObject({ session: id() }),
  run: async (doing, { session }) => {
    const { tx, network, absent, record } = doing;
    const { account } = ownSession(doing);
    const closed = await tx.updateTable('network.session').set({ closed_at: sql`now()` })
      .where('network_id', '=', network).where('id', '=', session).where('account_id', '=', account).where('closed_at', 'is', null).executeTakeFirst();
    if (closed.numUpdatedRows === 0n) absent();
    await record({ name: 'session-closed', subject: session });
    return { session };
  },
});
