import { z } from 'zod';
import { text, wholeNumber } from '#core/input.ts';
import { action } from '../exchange.ts';

/**
 * Writes down that a list was taken out as it is shown on a page: which list, and how many rows this step carried. `list` is the
 * name of the query or action that opens the page.
 */
export const takeShown = action({
  name: 'take-shown',
  says: 'Writes down that a list was taken out as it is shown',
  input: z.strictObject({ list: text(100), rows: wholeNumber(0, 10_000) }),
  remembers: false,
  run: async ({ hub, record }, { list, rows }) => {
    await record({ name: 'list-taken', subject: hub, body: { list, rows } });
    return { list };
  },
});
