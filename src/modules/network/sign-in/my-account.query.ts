import { z } from 'zod';
import { query } from '../network.ts';

/** What she sees of her own account: name, login, language. */
export const myAccount = query({
  name: 'my-account',
  says: 'My account: name, login, language.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, absent }) => {
    const account = await tx
      .selectFrom('network.account').select(['id', 'name', 'login', 'language', 'password_one_time as mustChoosePassword'])
      .where('network_id', '=', network).where('id', '=', actor.account ?? absent()).executeTakeFirst();
    if (!account) return absent();
    return account;
  },
});
