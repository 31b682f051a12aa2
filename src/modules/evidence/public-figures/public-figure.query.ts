import { z } from 'zod';
import { choice, maybe, text } from '#core/input.ts';
import { query } from '../evidence.ts';
import { openFigure } from '../figure/open-figure.ts';
import { indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { cuts } from '../reading/cut.ts';
import { closedPeriod, month } from '../reading/period.ts';

/** One public number opened: its rule, its month and the seal it was read at; never a record. */
export const publicFigure = query({
  name: 'public-figure',
  says: 'Opens one public figure to its rule and the seal it was read at.',
  login: 'report',
  input: z.strictObject({ indicator: choice(indicatorCodes), month: month(), by: maybe(choice(cuts)), key: maybe(text(60)) }),
  run: ({ tx, network, now }, { month: asked, ...which }) =>
    openFigure(tx, { network, reading: { over: 'network', exact: false }, period: closedPeriod(asked, now), ...which }),
});
