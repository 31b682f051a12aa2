import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';
import { openedFile } from '../held-file.ts';

/** Takes back what I gave to a colleague, or gives up my own grant. */
export const endGrant = action({
  name: 'end-grant',
  says: 'Takes a colleague’s way into a protected file back, or gives up my own.',
  input: z.strictObject({ file: id(), account: id() }),
  refuses: ['not-given-by-you'],
  run: async (doing, { file, account }) => {
    const { tx, network, now, actor, record, refuse } = doing;
    await openedFile(doing, file);
    const ended = await tx.updateTable('confidential.file_grant').set({ revoked_at: now, revoked_by: actor.account })
      .where('network_id', '=', network).where('file_id', '=', file).where('account_id', '=', account).where('revoked_at', 'is', null).where('until_at', '>', now)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('not-given-by-you');
    await record({ name: 'grant-ended', subject: file, body: { account } });
    return { file };
  },
});
