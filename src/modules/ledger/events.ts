import { z } from 'zod';
import { defineEvents } from '#core/event.ts';

const count = z.int().min(0);

/** Where books stand and whether they add up: numbers and hashes, never who gave whom. */
export const ledgerEvents = defineEvents('ledger', {
  'head-published': z.strictObject({ block: count, last_number: count, hash: z.string() }),
  'books-proved': z.strictObject({ books: count, entries: count, faults: count }),
});
