import type pg from 'pg';
import { StartRefusal } from '../start/start-refusal.ts';
import type { CheckedArchive } from './check-archive.ts';
import { keptTables } from './kept-tables.ts';

/**
 * Refuses a backup whose tables are not those of this database (`backup-other-layout`), before one of its names stands in a statement:
 * whoever can write a file for this house could otherwise write SQL. `every`: tables that the backup does not have are refused too.
 */
export async function refuseOtherLayout(client: pg.ClientBase, { file, manifest }: CheckedArchive, every: boolean): Promise<void> {
  const layoutOf = ({ columns, order }: { columns: readonly string[]; order: readonly string[] }) => JSON.stringify([[...columns].sort(), [...order].sort()]);
  const here = new Map((await keptTables(client)).map((table) => [table.name, layoutOf(table)]));
  const other = manifest.tables.find((table) => here.get(table.name) !== layoutOf(table))?.name
    ?? (every ? [...here.keys()].find((name) => !manifest.tables.some((table) => table.name === name)) : undefined);
  if (other) throw new StartRefusal('backup-other-layout', { file, table: other });
}
