import { newId } from '#core/id.ts';
import { action } from '../confidential.ts';
import { sealIn } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';
import { writeEntryInput } from './write-entry.input.ts';

/** What an entry says once opened. */
export interface EntryWords {
  readonly words: string;
  readonly on: string | null;
  readonly to: string | null;
  readonly hours: string | null;
}

/** Writes something into a protected file: sealed under the file's key, added only. A referral needs her yes to this very one. */
export const writeEntry = action({
  name: 'write-entry',
  says: 'Writes into a protected file what was told, what happened, how she is reached safely or where she was sent.',
  input: writeEntryInput,
  refuses: ['read-only', 'file-closed', 'not-agreed', 'to-missing'],
  run: async (doing, { file, kind, words, on = null, to = null, hours = null, agreed }) => {
    const { tx, network, now, actor, record, refuse } = doing;
    const { hub_id: hub } = await heldFile(doing, file);
    if (kind.startsWith('safe_') && !to) refuse('to-missing', {}, 'to');
    if (kind === 'safe_referral' && !agreed) refuse('not-agreed', {}, 'agreed');
    const entry = newId(now.getTime());
    const told: EntryWords = { words, on, to, hours };
    await tx.insertInto('confidential.entry').values({
      network_id: network, id: entry, file_id: file, hub_id: hub, kind, written_by: actor.account!, written_at: now,
      sealed: await sealIn(doing, { table: 'entry', column: 'sealed', row: entry, file, hub }, told),
    }).execute();
    await record({ name: 'entry-written', subject: file, body: { kind } });
    return { file, entry };
  },
});
