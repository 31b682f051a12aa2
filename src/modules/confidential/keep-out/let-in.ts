import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';
import { heldFile } from '../held-file.ts';

/** She takes back one wish to keep somebody out; what was said elsewhere about the same colleague still holds. */
export const letIn = action({
  name: 'let-in',
  says: 'Notes that she no longer keeps somebody out.',
  input: z.strictObject({ file: id(), exclusion: id() }),
  refuses: ['read-only', 'file-closed'],
  run: async (doing, { file, exclusion }) => {
    const { tx, network, now, actor, record, absent } = doing;
    await heldFile(doing, file);
    const ended = await tx.updateTable('confidential.exclusion').set({ ended_at: now, ended_by: actor.account })
      .where('network_id', '=', network).where('file_id', '=', file).where('id', '=', exclusion).where('ended_at', 'is', null)
      .returning('conflict_id').executeTakeFirst();
    if (!ended) return absent();
    if (ended.conflict_id) {
      await tx.updateTable('people.conflict').set({ ended_at: now }).where('network_id', '=', network).where('id', '=', ended.conflict_id).where('ended_at', 'is', null).execute();
    }
    await record({ name: 'let-in', subject: file, body: { exclusion } });
    return { file };
  },
});
