import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { accompanies } from '../case/accompanies.ts';
import { clientOf } from '../case/worked-case.ts';
import { noteFields } from '../codes.ts';
import { notePlace } from './note-place.ts';
import { notesOf } from './notes-of.ts';
import { workedSession } from './session-of.ts';
import { noteText } from './session.input.ts';

/** Makes one text of what two windows wrote into the same field; the others are let go. */
export const settleSessionNote = action({
  name: 'settle-session-note',
  says: 'Makes one text of two that were written into one note.',
  input: z.strictObject({ session: id(), field: choice(noteFields), text: noteText() }),
  refuses: ['not-accompanied', 'nothing-to-settle'],
  run: async (doing, { session, field, text }) => {
    const { tx, network, now, vault } = doing;
    const { file } = await workedSession(doing, session, { over: true });
    if (!(await accompanies(doing, file.id))) doing.refuse('not-accompanied');
    const writer = doing.actor.account ?? doing.absent();
    const rows = (await notesOf(doing, session)).filter((note) => note.field === field);
    const first = rows.find(({ copy }) => copy === 0);
    if (!first || rows.length < 2) return doing.refuse('nothing-to-settle');
    const sealed = await vault.seal(notePlace(first.id, file.key_owner_id), text);
    await tx.updateTable('accompaniment.session_note').set({ sealed, written_by: writer, changed_at: now }).where('network_id', '=', network).where('id', '=', first.id).execute();
    await tx.deleteFrom('accompaniment.session_note')
      .where('network_id', '=', network).where('session_id', '=', session).where('field', '=', field).where('copy', '>', 0).execute();
    await doing.record({ name: 'note-settled', subject: file.id, ...clientOf(file), body: { field } });
    return { session, case: file.id };
  },
});
