import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { ownSession } from './own-session.ts';
import { rolesMark } from './roles-mark.ts';
import { rolesOf } from './roles-of.ts';
import { newToken } from './secret-token.ts';

/** Gives her session a new token after her roles changed. The one before stays good for half a minute, for pages on their way. */
export const renewSession = action({
  name: 'renew-session',
  says: 'Replaces the session’s token after a change of roles.',
  input: z.strictObject({}),
  remembers: false,
  run: async (doing) => {
    const { tx, network, absent, record } = doing;
    const { account, session } = ownSession(doing);
    const mark = rolesMark(await rolesOf(tx, account));
    const { token, hash } = newToken(network);
    const renewed = await tx
      .updateTable('network.session')
      .set({ before_hash: sql`token_hash`, before_until: sql`now() + interval '30 seconds'`, token_hash: hash, roles_mark: mark })
      .where('network_id', '=', network).where('id', '=', session).where('closed_at', 'is', null).where('roles_mark', '<>', mark)
      .executeTakeFirst();
    // Another page of hers was quicker and carries the new token already.
    if (renewed.numUpdatedRows === 0n) return absent();
    await record({ name: 'session-renewed', subject: session });
    return { token };
  },
});
