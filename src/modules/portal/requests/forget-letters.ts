import { z } from 'zod';
import { action } from '../portal.ts';

/** A closed letter stays this long, in case she calls again; one that nobody closed stays no longer than the second. Days. */
export const FORGOTTEN_AFTER = { ended: 30, arrived: 180 } as const;

/** Forgets what was in letters: thirty days after they were closed, half a year after they came. That one came stays in the record. */
export const forgetLetters = action({
  name: 'forget-letters',
  says: 'Forgets what was in requests that were closed a month ago.',
  input: z.strictObject({}),
  run: async ({ tx, network, now, record }) => {
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const { numUpdatedRows } = await tx.updateTable('portal.intake').set({ letter: null })
      .where('network_id', '=', network).where('letter', 'is not', null)
      .where((or) => or.or([or('ended_at', '<', ago(FORGOTTEN_AFTER.ended)), or('arrived_at', '<', ago(FORGOTTEN_AFTER.arrived))]))
      .executeTakeFirst();
    await record({ name: 'letters-forgotten', subject: network, hub: null, body: { letters: Number(numUpdatedRows) } });
    return { letters: Number(numUpdatedRows) };
  },
});
