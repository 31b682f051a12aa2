import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../people.ts';

/** The notes the reader herself wrote on a person, while something is open for her at this desk; newest first. */
export const lifeNotes = query({
  name: 'life-notes',
  says: 'Opens the notes one wrote on a person.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, vault }, { person }) => {
    const rows = await tx.selectFrom('people.person_life').selectAll().where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', '=', person).orderBy('written_at', 'desc').orderBy('id').limit(50).execute();
    return Promise.all(rows.map(async ({ id: row, kind, sealed, written_at: at }) => ({
      id: row, kind, at, note: await vault.open({ person, table: 'people.person_life', column: 'sealed', row }, sealed),
    })));
  },
});
