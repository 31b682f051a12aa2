import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../messages.ts';

/** How long a release may stand without an outcome before it counts as cut off and is tried again. */
export const CUT_OFF_MINUTES = 2;

/**
 * Is there something to send? `now`; `no` once it was taken back, refused, sent, or put off to a later hour; `being-sent` while
 * another try has it in hand, of which nobody knows yet whether it was cut off.
 */
export const messageDue = query({
  name: 'message-due',
  says: 'Whether a message waits to be sent now, for the job that sends it.',
  input: z.strictObject({ message: id() }),
  run: async ({ tx, network, now }, { message }) => {
    const row = await tx.selectFrom('messages.message').select(['state', 'due_at', 'released_at'])
      .where('network_id', '=', network).where('id', '=', message).executeTakeFirst();
    if (row?.state === 'released') return row.released_at!.getTime() < now.getTime() - CUT_OFF_MINUTES * 60_000 ? 'now' : 'being-sent';
    return row?.state === 'held' && row.due_at <= now ? 'now' : 'no';
  },
});
