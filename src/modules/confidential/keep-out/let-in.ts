import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';
import { openLabel } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';

/** She no longer keeps somebody out: from now on the ordinary rules hold for them again. */
export const letIn = action({
  name: 'let-in',
  says: 'Notes that she no longer keeps somebody out.',
  input: z.strictObject({ file: id(), exclusion: id() }),
  refuses: ['read-only', 'file-closed'],
  run: async (doing, { file, exclusion }) => {
    const { tx, network, now, actor, record, absent } = doing;
    const row = await heldFile(doing, file);
    const ended = await tx.updateTable('confidential.exclusion').set({ ended_at: now, ended_by: actor.account })
      .where('network_id', '=', network).where('file_id', '=', file).where('id', '=', exclusion).where('ended_at', 'is', null)
      .returning('account_id').executeTakeFirst();
    if (!ended) return absent();
    const { person } = await openLabel(doing, row);
    if (ended.account_id && person) {
      await tx.updateTable('people.conflict').set({ ended_at: now })
        .where('network_id', '=', network).where('account_id', '=', ended.account_id).where('person_id', '=', person).where('ended_at', 'is', null).execute();
    }
    await record({ name: 'let-in', subject: file, body: { exclusion } });
    return { file };
  },
});
