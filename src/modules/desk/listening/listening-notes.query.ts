import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../desk.ts';
import { notePlace } from './note-place.ts';

/**
 * The notes I wrote in a visit I hold; every opening leaves a trace. Row-level security hides everybody else's, and all of
 * them once the visit is closed. Gives `{ id, at, text }[]`, oldest first.
 */
export const listeningNotes = query({
  name: 'listening-notes',
  says: 'Shows the notes I took in this visit.',
  purpose: 'visit',
  input: z.strictObject({ ticket: id() }),
  run: async ({ tx, network, hub, vault }, { ticket }) => {
    const rows = await tx
      .selectFrom('desk.listening_note').select(['id', 'at', 'key_owner_id', 'note'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('ticket_id', '=', ticket)
      .orderBy('at').execute();
    return Promise.all(rows.map(async (row) => ({
      id: row.id, at: row.at, text: await vault.open(notePlace(row.id, row.key_owner_id), row.note),
    })));
  },
});
