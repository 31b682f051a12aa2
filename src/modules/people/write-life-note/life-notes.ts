import { z } from 'zod';
import { id } from '#core/input.ts';
import { personGroup } from '../identity/person-group.ts';
import { query } from '../people.ts';

/** The notes the reader herself wrote on a person (in any file of hers), while something is open for her at this desk; newest first. */
export const lifeNotes = query({
  name: 'life-notes',
  says: 'Opens the notes one wrote on a person.',
  purpose: 'visit',
  input: z.strictObject({ person: id() }),
  file: ({ person }) => person,
  run: async ({ tx, network, hub, vault }, { person }) => {
    const rows = await tx.selectFrom('people.person_life').selectAll().where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).orderBy('written_at', 'desc').orderBy('id').limit(50).execute();
    return Promise.all(rows.map(async ({ id: row, kind, sealed, person_id: owner, written_at: at }) => ({
      id: row, kind, at, note: await vault.open({ person: owner, table: 'people.person_life', column: 'sealed', row }, sealed),
    })));
  },
});
