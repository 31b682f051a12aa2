import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { closeWhys } from '../codes.ts';
import { action } from '../confidential.ts';
import { closeDoors } from '../her-door/close-doors.ts';
import { heldFile } from '../held-file.ts';

/** Closes a protected file: it can be read while the grants last, nothing more is written into it, and her own words open it no more. */
export const closeFile = action({
  name: 'close-file',
  says: 'Closes a protected file.',
  input: z.strictObject({ file: id(), why: choice(closeWhys) }),
  refuses: ['read-only', 'file-closed'],
  run: async (doing, { file, why }) => {
    const { tx, network, now, record, refuse } = doing;
    await heldFile(doing, file);
    await closeDoors(doing, file);
    const closed = await tx.updateTable('confidential.file').set({ closed_at: now, closed_why: why })
      .where('network_id', '=', network).where('id', '=', file).where('closed_at', 'is', null).executeTakeFirst();
    if (closed.numUpdatedRows === 0n) refuse('file-closed');
    await tx.updateTable('confidential.counted_file').set({ closed_at: now }).where('network_id', '=', network).where('file_id', '=', file).execute();
    await record({ name: 'file-closed', subject: file, body: { why } });
    return { file };
  },
});
