import { z } from 'zod';
import { keptIndicators } from '#modules/evidence/public.ts';
import { accountsWith } from '#modules/network/public.ts';
import { programmesWithEnded } from '#modules/programme/public.ts';
import { readerRoles } from '../codes.ts';
import { query } from '../reports.ts';

/** What one may choose while composing: indicators, programmes, and the accounts a report may be handed to. */
export const composingChoices = query({
  name: 'composing-choices',
  says: 'What a report may be composed of, and who may be handed one.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => ({
    indicators: (await keptIndicators(tx, network)).map(({ id, code, set, versions }) => ({ id, code, set, names: versions.at(-1)!.names })),
    programmes: (await programmesWithEnded(tx)).map(({ id, names }) => ({ id, names })),
    readers: (await accountsWith(tx, readerRoles)).map(({ account, name, role }) => ({ id: account, name, role })),
  }),
});
