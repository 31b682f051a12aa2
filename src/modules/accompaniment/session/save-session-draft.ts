import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { accompanies } from '../case/accompanies.ts';
import { clientOf } from '../case/worked-case.ts';
import { type NoteField, noteFields } from '../codes.ts';
import { noteMark, notePlace } from './note-place.ts';
import { type NoteRow, notesOf } from './notes-of.ts';
import { workedSession } from './session-of.ts';
import { noteText } from './session.input.ts';

const perField = <S extends z.ZodType>(shape: S) => z.partialRecord(z.enum(noteFields), shape).default({});

/**
 * Keeps what is typed of a session, field by field, sealed, also while it is still being typed. `shown` says which text each field
 * held when it was opened: a text that changed meanwhile in another window is never written over, both are kept and shown.
 */
export const saveSessionDraft = action({
  name: 'save-session-draft',
  says: 'Keeps the notes of a session while they are written.',
  purpose: 'case',
  input: z.strictObject({ session: id(), notes: perField(noteText()), shown: perField(z.string().max(30)) }),
  refuses: ['not-accompanied'],
  run: async (doing, { session, notes, shown }) => {
    const { row, file } = await workedSession(doing, session, { over: true });
    if (!(await accompanies(doing, file.id))) doing.refuse('not-accompanied');
    const writer = doing.actor.account ?? doing.absent();
    const kept = await notesOf(doing, session);
    const marks: Partial<Record<NoteField, string>> = {};
    let [written, apart] = [0, 0];
    for (const field of noteFields) {
      const text = notes[field];
      if (text === undefined) continue;
      const saved = await saveField(doing, { session: row.id, file, owner: file.key_owner_id, writer }, { field, text, shown: shown[field] ?? '', rows: kept.filter((note) => note.field === field) });
      marks[field] = saved.mark;
      if (saved.changed) written++;
      if (saved.apart) apart++;
    }
    await doing.record({ name: 'session-noted', subject: file.id, ...clientOf(file), body: { fields: written, apart } });
    return { session, case: file.id, marks, apart };
  },
});

interface Place { session: string; file: { id: string }; owner: string; writer: string }
interface Typed { field: NoteField; text: string; shown: string; rows: readonly NoteRow[] }

async function saveField(doing: Doing<AccompanimentTables>, place: Place, { field, text, shown, rows }: Typed) {
  const { tx, network, hub, now, vault } = doing;
  const mine = rows.find((row) => noteMark(row) === shown);
  if (mine && (await vault.open(notePlace(mine.id, place.owner), mine.sealed)) === text) return { mark: shown, changed: false, apart: mine.copy > 0 };
  if (!mine && text === '' && shown === '') return { mark: '', changed: false, apart: false };
  const same = mine ? undefined : await textAmong(doing, place.owner, rows, text);
  if (same) return { mark: noteMark(same), changed: false, apart: same.copy > 0 };
  // A moment later than what stands there, also when the clock was set back or two texts come in one millisecond.
  const changed_at = new Date(Math.max(now.getTime(), ...rows.map((row) => row.changed_at.getTime() + 1)));
  const copy = mine?.copy ?? (rows.length ? Math.max(...rows.map((row) => row.copy)) + 1 : 0);
  const id = mine?.id ?? newId(now.getTime());
  const sealed = await vault.seal(notePlace(id, place.owner), text);
  if (mine) {
    await tx.updateTable('accompaniment.session_note').set({ sealed, written_by: place.writer, changed_at }).where('network_id', '=', network).where('id', '=', id).execute();
  } else {
    await tx.insertInto('accompaniment.session_note').values({
      network_id: network, id, hub_id: hub, case_id: place.file.id, session_id: place.session, field, copy, key_owner_id: place.owner, sealed,
      written_by: place.writer, changed_at,
    }).execute();
  }
  return { mark: noteMark({ copy, changed_at }), changed: true, apart: copy > 0 };
}

/** The text that stands there already, word for word: the same answer sent twice is one. */
async function textAmong({ vault }: Doing<AccompanimentTables>, owner: string, rows: readonly NoteRow[], text: string): Promise<NoteRow | undefined> {
  for (const row of rows) if ((await vault.open(notePlace(row.id, owner), row.sealed)) === text) return row;
  return undefined;
}
