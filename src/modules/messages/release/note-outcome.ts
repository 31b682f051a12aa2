import { z } from 'zod';
import { choice, id, maybe, yes } from '#core/input.ts';
import { action } from '../messages.ts';

/** Seconds to wait after each try that failed; then it is given up and stands as failed. */
const waits = [60, 300, 1_800, 7_200] as const;

/** Writes down what became of a message that was let go: sent, kept (demo), or failed; what may pass is tried again, through the gate. */
export const noteOutcome = action({
  name: 'note-outcome',
  says: 'Writes down what became of a message that was sent.',
  input: z.strictObject({ message: id(), outcome: choice(['sent', 'kept', 'failed']), reason: maybe(z.string().regex(/^[a-z-]{1,40}$/)), again: yes() }),
  run: async ({ tx, network, now, record, later, absent }, { message, outcome, reason = 'failed', again }) => {
    const row = (await tx.selectFrom('messages.message').select(['channel', 'person_id', 'hub_id', 'tries']).where('network_id', '=', network)
      .where('id', '=', message).where('state', '=', 'released').forUpdate().executeTakeFirst()) ?? absent();
    const wait = outcome === 'failed' && again ? waits[row.tries - 1] : undefined;
    const next = wait ? new Date(now.getTime() + wait * 1_000) : null;
    await tx.updateTable('messages.message')
      .set(next ? { state: 'held', due_at: next } : { state: outcome, reason: outcome === 'failed' ? reason : null, ended_at: now })
      .where('network_id', '=', network).where('id', '=', message).execute();
    const about = { subject: message, person: row.person_id, hub: row.hub_id };
    if (outcome === 'failed') await record({ ...about, name: 'message-failed', body: { channel: row.channel, reason, again: next !== null } });
    else await record({ ...about, name: outcome === 'sent' ? 'message-sent' : 'message-kept', body: { channel: row.channel } });
    if (next) await later('messages.send-message', { message }, { at: next });
    return { message };
  },
});
