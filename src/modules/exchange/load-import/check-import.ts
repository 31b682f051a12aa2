import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../exchange.ts';
import type { Outcome } from '../kinds/kind.ts';
import { moveImport, ownImport } from '../own-import.ts';
import { countOutcomes, loadNextRows } from './load-rows.ts';

/** Remarks kept of a check; a file with more is wrong as a whole, and the counts say so. */
const mostKept = 20_000;

/** Takes every row exactly as loading would, in the same steps, keeps what it learnt of them and takes all of it back. */
export const checkImport = action({
  name: 'check-import',
  says: 'Tries an import without keeping anything of it',
  input: z.strictObject({ import: id() }),
  importing: (input) => input.import,
  run: async (doing, { import: of }) => {
    const { tx, network } = doing;
    const row = await ownImport(doing, of);
    if (row.state !== 'read' && row.state !== 'checked' && row.state !== 'checking') return doing.absent();
    await sql`savepoint tried`.execute(tx);
    const counts = { added: 0, changed: 0, same: 0, refused: 0, warned: 0 };
    const found: Outcome[] = [];
    for (let until = 0; ;) {
      const outcomes = await loadNextRows(doing, { ...row, done_until: until });
      if (outcomes.length === 0) break;
      until = outcomes.at(-1)!.number;
      const more = countOutcomes(outcomes);
      for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += more[name];
      if (found.length < mostKept) found.push(...outcomes.filter(({ problems }) => problems.length).map(({ change: _, ...outcome }) => outcome));
    }
    await sql`rollback to savepoint tried`.execute(tx);
    await sql`update exchange.import_row as row set problems = tried.problems
      from json_to_recordset(${JSON.stringify(found)}::json) as tried (number integer, problems jsonb)
      where row.network_id = ${network} and row.import_id = ${of} and row.row_number = tried.number`.execute(tx);
    await moveImport(doing, of, { ...counts, state: 'checked' });
    const { warned: _, ...body } = counts;
    await doing.record({ name: 'import-checked', subject: of, body });
    return counts;
  },
});
