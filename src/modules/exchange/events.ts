import { z } from 'zod';
import { defineEvents } from '#core/event.ts';

const counts = { added: z.int(), changed: z.int(), same: z.int(), refused: z.int() };

/** What happens to files and to each of their rows: counts and codes, never what a row says. */
export const exchangeEvents = defineEvents('exchange', {
  'import-begun': z.strictObject({ kind: z.string(), format: z.string(), bytes: z.int() }),
  'rows-brought': z.strictObject({ rows: z.int() }),
  'columns-chosen': z.strictObject({ fields: z.int() }),
  'row-taken': z.strictObject({ import: z.uuid(), row: z.int(), state: z.string() }),
  'import-checked': z.strictObject(counts),
  'import-moved': z.strictObject({ until: z.int() }),
  'import-published': z.strictObject(counts),
  'import-undone': z.strictObject(counts),
  'list-taken': z.strictObject({ list: z.string(), rows: z.int() }),
  'leave-given': z.strictObject({ list: z.string(), format: z.string() }),
  'leave-used': z.strictObject({ list: z.string() }),
  'import-cleared': z.strictObject({ removed: z.int(), kept: z.int() }),
});
