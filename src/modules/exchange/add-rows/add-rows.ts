import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { insertMany } from '#core/db/insert-many.ts';
import { id, yes } from '#core/input.ts';
import { action, type ExchangeTables, type ImportRow, namesPersons } from '../exchange.ts';
import { moveImport, ownImport } from '../own-import.ts';

export interface BroughtRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Adds rows of the file to its import, in their order; rows that are there already stay as they are. */
export const addRows = action({
  name: 'add-rows',
  says: 'Adds rows of a file to its import',
  input: z.strictObject({ import: id(), last: yes(), rows: z.array(z.strictObject({ number: z.int().min(1), cells: z.record(z.string(), z.unknown()) })).max(2_000) }),
  run: async (doing, { import: of, rows, last }) => {
    const row = await ownImport(doing, of);
    if (row.state !== 'reading') return doing.absent();
    await stageRows(doing, row, rows, last);
    return { rows: rows.length };
  },
  remembers: false,
});

/** Keeps rows until they are loaded; those about persons sealed under a key of the import. */
export async function stageRows(doing: Doing<ExchangeTables>, { id: of, kind, hub_id: hub, rows_read: known }: Pick<ImportRow, 'id' | 'kind' | 'hub_id' | 'rows_read'>, rows: readonly BroughtRow[], last: boolean): Promise<void> {
  const { tx, network, vault } = doing;
  // Once for all of them: otherwise each of the first thousand would ask for the key.
  if (namesPersons(kind)) await vault.makeReady([of]);
  const kept = namesPersons(kind)
    ? await Promise.all(rows.map(async ({ number, cells }) => ({ row_number: number, sealed: await vault.seal(cellsPlace(of, number), JSON.stringify(cells)) })))
    : rows.map(({ number, cells }) => ({ row_number: number, cells }));
  const added = await insertMany(tx, 'exchange.import_row', { network_id: 'uuid', hub_id: 'uuid', import_id: 'uuid', row_number: 'integer', cells: 'jsonb', sealed: 'bytea' }, kept, {
    skip: true, same: { network_id: network, hub_id: hub, import_id: of, ...(namesPersons(kind) ? { cells: null } : { sealed: null }) },
  });
  await moveImport(doing, of, { rows_read: known + added, ...(last ? { state: 'read' as const } : {}) });
  await doing.record({ name: 'rows-brought', subject: of, body: { rows: added } });
}

/** Where a sealed row lies; the import stands in the person's stead, its key opens nothing else. */
export const cellsPlace = (of: string, number: number) => ({ person: of, table: 'exchange.import_row', column: 'sealed', row: `${of} ${number}` });
