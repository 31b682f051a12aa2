import { z } from 'zod';
import { choice } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../exchange.ts';
import { leaveHash, newFileWords, newLeaveToken, sealWords } from './leave-secrets.ts';

export const leaveMinutes = 10;

/**
 * Gives leave to take the persons of this hub out once, by the screen that asks, within ten minutes. The words that open the file are
 * told here and nowhere else: whoever finds the file without them has nothing.
 */
export const askLeave = action({
  name: 'ask-leave',
  says: 'Gives leave to take the list of persons out once.',
  input: z.strictObject({ list: choice(['persons'] as const), format: choice(['csv', 'xlsx'] as const) }),
  remembers: false,
  run: async ({ tx, network, hub, now, actor, blind, record, absent }, { list, format }) => {
    if (!actor.account || !actor.session) return absent();
    const [id, token, words] = [newId(), newLeaveToken(), newFileWords()];
    await tx.insertInto('exchange.leave').values({
      network_id: network, id, hub_id: hub, account_id: actor.account, session_id: actor.session, list, format, token_hash: leaveHash(token),
      sealed_words: sealWords(blind, token, id, words), made_at: now, until_at: new Date(now.getTime() + leaveMinutes * 60_000), used_at: null,
    }).execute();
    await record({ name: 'leave-given', subject: id, body: { list, format } });
    return { leave: id, token, words, format };
  },
});
