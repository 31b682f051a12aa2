import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { keepingHub } from '../managed-hub.ts';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { hashPassword, oneTimePassword, weaknessOf } from '../sign-in/password.ts';
import { newLogin } from './login.ts';

/** Name, login and language of a new colleague, and the password she is handed. */
export const inviteStaffInput = z.strictObject({
  name: text(120),
  login: newLogin(),
  language: choice(['ar', 'fr', 'en']),
  hub: maybe(id()),
  password: maybe(z.string().max(200)),
});

/**
 * Opens an account for a colleague with a password she must change at first sight. Without `password` one is made and given back
 * once; nobody can read it again.
 */
export const inviteStaff = action({
  name: 'invite-staff',
  says: 'Opens an account for a colleague.',
  input: inviteStaffInput,
  refuses: ['login-taken', 'password-too-short', 'password-too-common', 'only-at-a-screen'],
  remembers: false,
  run: async (doing, { name, login, language, hub, password = oneTimePassword() }) => {
    const { tx, network, now, actor, blind, refuse, record } = doing;
    atScreen(doing);
    const home = keepingHub(doing, hub);
    const weakness = weaknessOf(password, login);
    if (weakness) refuse(weakness, {}, 'password');
    const account = newId(now.getTime());
    const opened = await tx
      .insertInto('network.account')
      .values({
        network_id: network, id: account, login, name, language, home_hub_id: home, password_hash: await hashPassword(blind, password, { drawn: actor.app === 'demo' }),
        password_set_at: now, password_one_time: true, created_at: now, closed_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!opened) refuse('login-taken', { login }, 'login');
    await record({ name: 'staff-invited', subject: account, ...(home ? { hub: home } : {}) });
    return { account, password };
  },
});
