import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { readSheet } from '../desk-figures/read-sheet.ts';
import { query } from '../evidence.ts';
import { indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { cuts } from '../reading/cut.ts';
import { closedPeriod, month } from '../reading/period.ts';

/** The network's figures as anyone may read them: one closed month, small numbers kept back. */
export const publicFigures = query({
  name: 'public-figures',
  says: 'Shows the figures of the network to anyone.',
  login: 'report',
  input: z.strictObject({ month: month(), by: maybe(choice(cuts)), indicator: maybe(choice(indicatorCodes)) }),
  run: ({ tx, network, now }, { month: asked, by, indicator = 'persons-received' }) =>
    readSheet(tx, { network, reading: { over: 'network', exact: false }, period: closedPeriod(asked, now), by, indicator }),
});
