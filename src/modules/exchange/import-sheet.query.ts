import { z } from 'zod';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { questionsOf } from './choose-columns/choose-columns.ts';
import { query } from './exchange.ts';

const pageSize = 100;

/** One import with its counts and a page of the rows that were refused or taken with a remark. */
export const importSheet = query({
  name: 'import-sheet',
  says: 'One import, and what was found of its rows',
  input: z.strictObject({ import: id(), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { import: of, page = 1 }) => {
    const { tx, network, hub, absent } = asking;
    const row = await tx.selectFrom('exchange.import').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst();
    if (!row) return absent();
    const rows = await tx.selectFrom('exchange.import_row').select(['row_number', 'state', 'subject_id', 'problems']).where('network_id', '=', network).where('import_id', '=', of)
      .where('problems', 'is not', null).orderBy('row_number').limit(pageSize + 1).offset((page - 1) * pageSize).execute();
    const { file_hash: _, file_bytes: bytes, ...shown } = row;
    const questions = (await questionsOf(asking, row)).map(({ code, labels }) => ({ code, labels }));
    return { ...shown, questions, bytes: Number(bytes), rows: rows.slice(0, pageSize), more: rows.length > pageSize, page };
  },
});
