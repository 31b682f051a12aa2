import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { personsByCodes } from '#modules/people/public.ts';
import { query } from '../currency.ts';
import { knownProgramme } from '../programme/known-programme.ts';
import { sumsOf } from '../programme/sums-of.ts';
import { judgeHouseholds } from './judge-households.ts';

/** A dry run: who of these file codes would get how much, who would not and why, and what would be left. Nothing is written. */
export const aidDraft = query({
  name: 'aid-draft',
  says: 'Shows who would get how much of an aid programme, before anything is proposed.',
  input: z.strictObject({ programme: id(), codes: maybe(text(200_000)) }),
  run: async (asking, { programme: of, codes }) => {
    const { tx, network } = asking;
    const programme = await knownProgramme(asking, of);
    const { persons, unknown } = codes ? await personsByCodes(tx, codes) : { persons: [], unknown: [] };
    const lines = await judgeHouseholds(asking, programme, persons);
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const { fund } = await sumsOf(tx, network, { book: programme.instrument_id, programme: of });
    return { programme: { id: of, names: programme.names, currency: programme.currency, ceiling: programme.ceiling, lead: programme.lead }, lines, unknown, total, fund };
  },
});
