import { z } from 'zod';
import { id, yes } from '#core/input.ts';
import { action } from '../exchange.ts';
import { moveImport, ownImport } from '../own-import.ts';
import { countOutcomes, loadNextRows } from './load-rows.ts';

const mayLoad = ['read', 'checked', 'loading', 'loaded'];

/**
 * Takes the next few hundred rows, hidden until the import is published. Where it stopped it goes on, whoever asks and however
 * often. With `on` it asks for the next ones itself, as a job, and publishes at the end.
 */
export const loadImport = action({
  name: 'load-import',
  says: 'Takes the next rows of an import',
  input: z.strictObject({ import: id(), on: yes() }),
  importing: (input) => input.import,
  run: async (doing, { import: of, on }) => {
    const row = await ownImport(doing, of);
    if (!mayLoad.includes(row.state)) return doing.absent();
    // What a check counted is counted again.
    const start = row.state === 'read' || row.state === 'checked' ? { added: 0, changed: 0, same: 0, refused: 0, warned: 0 } : row;
    const outcomes = await loadNextRows(doing, row);
    const until = outcomes.at(-1)?.number ?? row.done_until;
    const now = countOutcomes(outcomes);
    const finished = outcomes.length === 0;
    await moveImport(doing, of, {
      state: finished ? 'loaded' : 'loading', done_until: until, added: start.added + now.added, changed: start.changed + now.changed,
      same: start.same + now.same, refused: start.refused + now.refused, warned: start.warned + now.warned,
    });
    await doing.record({ name: 'import-moved', subject: of, body: { until } });
    if (on) await doing.later(finished ? 'exchange.publish-import' : 'exchange.load-import', finished ? { import: of } : { import: of, on: true }, { asMe: true });
    return { until, rows: outcomes.length, of: row.rows_read, finished };
  },
});
