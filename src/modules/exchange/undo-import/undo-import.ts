import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../exchange.ts';
import { kindOf } from '../kinds/kind-of.ts';
import { rowsAtOnce } from '../load-import/load-rows.ts';
import { moveImport, ownImport } from '../own-import.ts';
import { usesOf } from './stand.ts';

const mayUndo = ['reading', 'read', 'checked', 'checking', 'loading', 'loaded', 'published'];

/**
 * Takes an import back, published or not: everything it brought vanishes at once, everything it changed stands as before. Refused
 * when a record it brought has been used since, with what uses it. The records themselves are then removed a few hundred at a time.
 */
export const undoImport = action({
  name: 'undo-import',
  says: 'Takes an import back',
  input: z.strictObject({ import: id() }),
  refuses: ['undone-already', 'in-use'],
  importing: (input) => input.import,
  run: async (doing, { import: of }) => {
    const { tx, network, now, actor, record, refuse, later } = doing;
    const row = await ownImport(doing, of);
    if (!mayUndo.includes(row.state)) refuse('undone-already');
    const kind = kindOf(row.kind);
    if (row.state === 'published') {
      const uses = await usesOf(tx, network, of, kind.stands);
      if (uses.length) refuse('in-use', { count: Math.max(...uses.map(({ records }) => records)), where: uses.map(({ table }) => table).join(', ') }, undefined, { uses });
      for (let until = 0; ;) {
        const changed = await tx.selectFrom('exchange.import_row').select(['row_number', 'before']).where('network_id', '=', network).where('import_id', '=', of)
          .where('state', '=', 'changed').where('row_number', '>', until).orderBy('row_number').limit(rowsAtOnce).execute();
        if (changed.length === 0) break;
        until = changed.at(-1)!.row_number;
        await kind.putBack(doing, row, changed.map(({ before }) => before));
      }
      await tx.updateTable('exchange.publication').set({ withdrawn_at: now }).where('network_id', '=', network).where('import_id', '=', of).execute();
    }
    await sql`update exchange.import_row set cells = null, sealed = null, change = null, before = null
      where network_id = ${network} and import_id = ${of} and (cells is not null or sealed is not null or change is not null or before is not null)`.execute(tx);
    await moveImport(doing, of, { state: 'undoing', undone_at: now });
    const { added, changed, same, refused } = row;
    await record({ name: 'import-undone', subject: of, body: { added, changed, same, refused } });
    if (actor.account) await later('exchange.clear-import', { import: of, on: true }, { asMe: true });
    return { import: of };
  },
});
