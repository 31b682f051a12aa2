import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../exchange.ts';
import { kindOf } from '../kinds/kind-of.ts';
import { rowsAtOnce } from '../load-import/load-rows.ts';
import { moveImport, ownImport } from '../own-import.ts';

/** Makes everything an import brought visible at once, and writes what it changes; what stood there before is kept, to be put back. */
export const publishImport = action({
  name: 'publish-import',
  says: 'Publishes an import: all of it becomes visible at once',
  input: z.strictObject({ import: id() }),
  refuses: ['not-loaded-yet'],
  importing: (input) => input.import,
  run: async (doing, { import: of }) => {
    const { tx, network, now, record, refuse } = doing;
    const row = await ownImport(doing, of);
    if (row.state !== 'loaded') refuse('not-loaded-yet');
    for (let until = 0; ;) {
      const changes = await tx.selectFrom('exchange.import_row').select(['row_number', 'change']).where('network_id', '=', network).where('import_id', '=', of)
        .where('state', '=', 'changed').where('row_number', '>', until).orderBy('row_number').limit(rowsAtOnce).execute();
      if (changes.length === 0) break;
      until = changes.at(-1)!.row_number;
      const before = await kindOf(row.kind).change(doing, row, changes.map(({ change }) => change));
      await sql`update exchange.import_row as row set before = was.before, change = null
        from json_to_recordset(${JSON.stringify(changes.map(({ row_number: number }, at) => ({ number, before: before[at] })))}::json) as was (number integer, before jsonb)
        where row.network_id = ${network} and row.import_id = ${of} and row.row_number = was.number`.execute(tx);
    }
    await kindOf(row.kind).published?.(doing, row);
    await tx.insertInto('exchange.publication').values({ network_id: network, import_id: of, hub_id: row.hub_id, withdrawn_at: null }).execute();
    await moveImport(doing, of, { state: 'published', published_at: now });
    const { added, changed, same, refused } = row;
    await record({ name: 'import-published', subject: of, body: { added, changed, same, refused } });
    return { import: of };
  },
});
