import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { openStates } from '../codes.ts';

/** Ends what is left of assignments to a file that has ended, so that nobody goes on reading it. Nothing happens when it was opened again. */
export const endLeftAssignments = action({
  name: 'end-left-assignments',
  says: 'Ends who accompanied, once a file has ended.',
  input: z.strictObject({ case: id() }),
  run: async ({ tx, network, now, record }, { case: file }) => {
    const ended = await tx.updateTable('accompaniment.assignment').set({ state: 'ended', ended_at: now })
      .where('network_id', '=', network).where('case_id', '=', file).where('state', 'in', ['proposed', 'accepted'])
      .where('case_id', 'not in', (eb) => eb.selectFrom('accompaniment.case_file').select('id').where('network_id', '=', network).where('id', '=', file).where('state', 'in', [...openStates]))
      .executeTakeFirst();
    const count = Number(ended.numUpdatedRows);
    await record({ name: 'left-assignments-ended', subject: file, body: { count } });
    return { count };
  },
});
