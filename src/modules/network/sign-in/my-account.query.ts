import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../network.ts';

/** What she sees of her own account: name, login, language, roles with their ends, the screens signed in now. */
export const myAccount = query({
  name: 'my-account',
  says: 'My account: roles, screens signed in, language.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, absent }) => {
    const account = await tx
      .selectFrom('network.account').select(['id', 'name', 'login', 'language', 'password_one_time as mustChoosePassword'])
      .where('network_id', '=', network).where('id', '=', actor.account ?? absent()).executeTakeFirst();
    if (!account) return absent();
    const sessions = await tx
      .selectFrom('network.session').select(['id', 'opened_at as openedAt', 'seen_at as seenAt'])
      .where('network_id', '=', network).where('account_id', '=', account.id).where('closed_at', 'is', null)
      .where(sql<boolean>`ends_at > now() and seen_at > now() - interval '60 minutes'`)
      .orderBy('seen_at', 'desc')
      .execute();
    return { ...account, sessions: sessions.map((session) => ({ ...session, here: session.id === actor.session })) };
  },
});
