import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { closeSessions, ownSession } from './own-session.ts';

/** Ends the screen she uses. */
export const signOut = action({
  name: 'sign-out',
  says: 'Signs out.',
  input: z.strictObject({}),
  run: async (doing) => {
    const { tx, network, record } = doing;
    const { session } = ownSession(doing);
    await tx.updateTable('network.session').set({ closed_at: sql`now()` }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'signed-out', subject: session });
    return {};
  },
});

/** Ends every other screen of hers: a phone left in a taxi, a computer of the library. */
export const closeOtherSessions = action({
  name: 'close-other-sessions',
  says: 'Signs out everywhere else.',
  input: z.strictObject({}),
  run: async (doing) => {
    const { account, session } = ownSession(doing);
    const count = await closeSessions(doing, account, session);
    await doing.record({ name: 'sessions-closed', subject: account, body: { count } });
    return { count };
  },
});
