import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { clientNameOf } from '#modules/people/public.ts';
import { query } from '../accompaniment.ts';
import { accompanies } from '../case/accompanies.ts';
import { noteMark, notePlace } from './note-place.ts';
import { notesOf } from './notes-of.ts';

/** One session with its notes, opened for who accompanies her or holds a live grant; every opening is noted. To others it is absent. */
export const sessionSheet = query({
  name: 'session-sheet',
  says: 'Opens a session with its notes.',
  purpose: 'case',
  input: z.strictObject({ session: id() }),
  run: async (asking, { session }) => {
    const { tx, network, hub, now, actor, vault } = asking;
    const row = (await tx.selectFrom('accompaniment.session as session')
      .innerJoin('accompaniment.case_file as file', (on) => on.onRef('file.network_id', '=', 'session.network_id').onRef('file.id', '=', 'session.case_id'))
      .select(['session.id', 'session.case_id', 'session.place', 'session.planned_at', 'session.state', 'session.act', 'session.minutes', 'file.person_id', 'file.organization_id', 'file.state as file_state'])
      .where('session.network_id', '=', network).where('session.hub_id', '=', hub).where('session.id', '=', session).executeTakeFirst()) ?? asking.absent();
    const writes = await accompanies(asking, row.case_id);
    const granted = writes || (await tx.selectFrom('accompaniment.life_grant').select('id').where('network_id', '=', network).where('case_id', '=', row.case_id)
      .where('account_id', '=', actor.account).where('revoked_at', 'is', null).where('until_at', '>', now).executeTakeFirst()) !== undefined;
    const rows = granted ? await notesOf(asking, session) : [];
    const names = await accountNames(tx, rows.map(({ written_by }) => written_by));
    const notes = await Promise.all(rows.map(async (note) => ({
      field: note.field, copy: note.copy, mark: noteMark(note), at: note.changed_at, writer: names.get(note.written_by) ?? null,
      text: await vault.open(notePlace(note.id, note.key_owner_id), note.sealed),
    })));
    return {
      id: row.id, case: row.case_id, place: row.place, plannedAt: row.planned_at, state: row.state, act: row.act, minutes: row.minutes, fileState: row.file_state,
      client: (await clientNameOf(tx, { person: row.person_id, organization: row.organization_id })) ?? null, writes, granted, notes,
    };
  },
});

export type SessionSheet = Awaited<ReturnType<(typeof sessionSheet)['spec']['run']>>;
