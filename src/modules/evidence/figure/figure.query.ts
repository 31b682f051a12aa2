import { z } from 'zod';
import { choice, maybe, text } from '#core/input.ts';
import { query } from '../evidence.ts';
import { indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { cuts } from '../reading/cut.ts';
import { closedPeriod, month, openPeriod } from '../reading/period.ts';
import { chooseReading, overs } from '../reading/reading.ts';
import { openFigure } from './open-figure.ts';

/** Which number: the figure, its months, and the key of the cut it stands under. */
export const figureFields = {
  indicator: choice(indicatorCodes), over: maybe(choice(overs)), from: month(), to: month(), by: maybe(choice(cuts)), key: maybe(text(60)), region: maybe(text(12)),
};

/** One number of the desk opened: what it counts, over which period, and at which state of the chain it was read. */
export const figure = query({
  name: 'figure',
  says: 'Opens one figure to its rule, its period and the seal it was read at.',
  login: 'report',
  input: z.strictObject(figureFields),
  run: async ({ tx, network, actor, now, absent }, { over, from, to, region, ...which }) => {
    const reading = chooseReading(actor, over, region) ?? absent();
    const period = reading.exact ? openPeriod({ from, to }, now) : closedPeriod(to ?? from, now);
    return openFigure(tx, { network, reading, period, ...which });
  },
});
