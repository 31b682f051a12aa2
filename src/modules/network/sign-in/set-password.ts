import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { closeSessions, ownSession } from './own-session.ts';
import { hashPassword, isPassword, weaknessOf } from './password.ts';
import { takeTurn } from './hashing-turn.ts';
import { countingTries } from './secret-tries.ts';

/** Chooses her own password; every other screen of hers is signed out. */
export const setPassword = action({
  name: 'set-password',
  says: 'Chooses a new password.',
  input: z.strictObject({ current: z.string().min(1).max(1_000), password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-password', 'password-too-short', 'password-too-common', 'password-unchanged'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'password', whose: before.actor.account ?? '' }, (isKnown) => takeTurn(isKnown || before.actor.app === 'demo', run)),
  run: async (doing, { current, password }) => {
    const { tx, network, now, actor, blind, refuse, record } = doing;
    const { account, session } = ownSession(doing);
    const row = await tx
      .selectFrom('network.account').select(['password_hash', 'login'])
      .where('network_id', '=', network).where('id', '=', account).forUpdate().executeTakeFirst();
    if (!(await isPassword(blind, row?.password_hash, current))) refuse('wrong-password', {}, 'current');
    if (password.normalize('NFC') === current.normalize('NFC')) refuse('password-unchanged', {}, 'password');
    const weakness = weaknessOf(password, row?.login ?? '');
    if (weakness) refuse(weakness, {}, 'password');
    await tx
      .updateTable('network.account')
      .set({ password_hash: await hashPassword(blind, password, { drawn: actor.app === 'demo' }), password_set_at: now, password_one_time: false })
      .where('network_id', '=', network).where('id', '=', account)
      .execute();
    await tx.updateTable('network.session').set({ proved_at: sql`now()` }).where('network_id', '=', network).where('id', '=', session).execute();
    await closeSessions(doing, account, session);
    await record({ name: 'password-set', subject: account });
    return {};
  },
});
