import { sql } from 'kysely';
import { z } from 'zod';
import { id, yes } from '#core/input.ts';
import { action } from '../exchange.ts';
import { kindOf } from '../kinds/kind-of.ts';
import { rowsAtOnce } from '../load-import/load-rows.ts';
import { moveImport, ownImport } from '../own-import.ts';
import { removeRecords } from './stand.ts';

/** Removes the records of an import that was taken back, a few hundred at a time; they have been invisible since. */
export const clearImport = action({
  name: 'clear-import',
  says: 'Removes what an undone import left behind',
  input: z.strictObject({ import: id(), on: yes() }),
  importing: (input) => input.import,
  run: async (doing, { import: of, on }) => {
    const { tx, network, record, later } = doing;
    const row = await ownImport(doing, of);
    if (row.state !== 'undoing') return doing.absent();
    const kind = kindOf(row.kind);
    let went = { removed: 0, kept: 0 };
    for (const stand of kind.stands) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(stand.table)} where network_id = ${network} and import_id = ${of} limit ${rowsAtOnce}`.execute(tx);
      if (rows.length === 0) continue;
      const ids = rows.map((each) => each.id);
      await kind.removing?.(doing, row, ids, stand.table);
      went = await removeRecords(tx, network, stand, ids);
      break;
    }
    const finished = went.removed + went.kept === 0;
    if (finished) await kind.removed?.(doing, row);
    await moveImport(doing, of, finished ? { state: 'undone' } : {});
    await record({ name: 'import-cleared', subject: of, body: went });
    if (on && !finished) await later('exchange.clear-import', { import: of, on: true }, { asMe: true });
    return { finished };
  },
});
