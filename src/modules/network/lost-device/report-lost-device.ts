import { z } from 'zod';
import { id, listOf, yes } from '#core/input.ts';
import { action } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { endWhatItOpens } from './end-what-it-opens.ts';

/**
 * She lost a phone or a computer: everything it may open ends at once but the screen she says it on. `keep`: passkeys that were not on
 * it; `code_too`: her app with the codes was on it.
 */
export const reportLostDevice = action({
  name: 'report-lost-device',
  says: 'Ends everything that a lost phone or computer of one’s own may open.',
  input: z.strictObject({ keep: listOf(id()), code_too: yes() }),
  run: async (doing, { keep, code_too: codeToo }) => {
    const { tx, network, now, record } = doing;
    const { account, session } = ownSession(doing);
    const ended = await endWhatItOpens(doing, account, { except: session, keep });
    if (codeToo) {
      await tx.updateTable('network.code_secret').set({ revoked_at: now }).where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).execute();
    }
    await record({ name: 'device-lost', subject: account, body: { ...ended } });
    return { ...ended };
  },
});
