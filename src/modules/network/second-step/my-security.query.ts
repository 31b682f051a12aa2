import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../network.ts';

/** What guards her account: passkeys, codes, and the sessions open now with their device; never where they are. */
export const mySecurity = query({
  name: 'my-security',
  says: 'My passkeys, codes and open sessions.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, absent }) => {
    const account = await tx.selectFrom('network.account').select(['id', 'second_step_at'])
      .where('network_id', '=', network).where('id', '=', actor.account ?? absent()).executeTakeFirst();
    if (!account) return absent();
    const passkeys = await tx.selectFrom('network.passkey').select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
      .where('network_id', '=', network).where('account_id', '=', account.id).where('revoked_at', 'is', null).orderBy('created_at').execute();
    const code = await tx.selectFrom('network.code_secret').select('created_at as createdAt')
      .where('network_id', '=', network).where('account_id', '=', account.id).where('revoked_at', 'is', null).executeTakeFirst();
    const sessions = await tx
      .selectFrom('network.session').select(['id', 'device', 'opened_at as openedAt', 'seen_at as seenAt', 'opened_by as by'])
      .where('network_id', '=', network).where('account_id', '=', account.id).where('closed_at', 'is', null)
      .where(sql<boolean>`ends_at > now() and seen_at > now() - interval '60 minutes'`)
      .orderBy('seen_at', 'desc').execute();
    const { demo } = await tx.selectFrom('network.network').select('demo').where('network_id', '=', network).executeTakeFirstOrThrow();
    return {
      passkeys, code: code ?? null, demo, hasSecondStep: account.second_step_at !== null,
      sessions: sessions.map((session) => ({ ...session, here: session.id === actor.session })),
    };
  },
});
