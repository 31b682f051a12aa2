import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { query } from '../evidence.ts';
import { indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { cuts } from '../reading/cut.ts';
import { closedPeriod, month, openPeriod } from '../reading/period.ts';
import { chooseReading, overs } from '../reading/reading.ts';
import { readSheet } from './read-sheet.ts';

/**
 * The figures of the desk: own hub exactly and over any months; region or network one closed month at a time with small
 * numbers kept back. `by` divides one figure. No choice of single hubs: two choices that differ by one hub would tell it.
 */
export const deskFigures = query({
  name: 'desk-figures',
  says: 'Shows how many were received, oriented, referred and served, and how it was for them.',
  login: 'report',
  input: z.strictObject({
    over: maybe(choice(overs)), from: month(), to: month(), by: maybe(choice(cuts)), indicator: maybe(choice(indicatorCodes)),
  }),
  run: async ({ tx, network, actor, now, absent }, { over, from, to, by, indicator = 'persons-received' }) => {
    const reading = chooseReading(actor, over) ?? absent();
    const period = reading.exact ? openPeriod({ from, to }, now) : closedPeriod(to ?? from, now);
    return readSheet(tx, { network, reading, period, by, indicator });
  },
});
