import { z } from 'zod';
import { choice } from '#core/input.ts';
import { action } from '../network.ts';

/** Sets the language of her screens, here and on every other device. */
export const chooseLanguage = action({
  name: 'choose-language',
  says: 'Chooses the language of the screens.',
  input: z.strictObject({ language: choice(['ar', 'fr', 'en']) }),
  run: async ({ tx, network, actor, record, absent }, { language }) => {
    const account = actor.account ?? absent();
    await tx.updateTable('network.account').set({ language }).where('network_id', '=', network).where('id', '=', account).execute();
    await record({ name: 'language-chosen', subject: account, body: { language } });
    return { language };
  },
});
