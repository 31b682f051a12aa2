import { z } from 'zod';
import { text } from '#core/input.ts';
import { action } from '../exchange.ts';
import { leaveHash, openWords } from './leave-secrets.ts';

/** Uses a leave up: only the screen that asked, only once, only in time. Everything else finds nothing. */
export const useLeave = action({
  name: 'use-leave',
  says: 'Uses the leave to take a list out up.',
  input: z.strictObject({ token: text(100) }),
  remembers: false,
  run: async ({ tx, network, hub, now, actor, blind, record, absent }, { token }) => {
    if (!actor.account || !actor.session) return absent();
    const leave = await tx.updateTable('exchange.leave').set({ used_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('account_id', '=', actor.account).where('session_id', '=', actor.session)
      .where('token_hash', '=', leaveHash(token)).where('used_at', 'is', null).where('until_at', '>', now)
      .returning(['id', 'list', 'format', 'sealed_words']).executeTakeFirst();
    if (!leave) return absent();
    await record({ name: 'leave-used', subject: leave.id, body: { list: leave.list } });
    return { leave: leave.id, list: leave.list, format: leave.format, words: openWords(blind, token, leave.id, leave.sealed_words) };
  },
});
