import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { query } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import { chooseReading, overs } from '../reading/reading.ts';
import { frozenMonthsOf, readFrozen } from './read-frozen.ts';

const over = maybe(choice(overs));
const aMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** The months that stand frozen: of the reader's hub, or of the network for whoever reads that. */
export const frozenMonths = query({
  name: 'frozen-months',
  says: 'Lists the months whose figures stand frozen.',
  login: 'report',
  input: z.strictObject({ over }),
  run: async ({ tx, network, actor, absent }, { over }) => {
    const reading = chooseReading(actor, over) ?? absent();
    const hub = reading.exact ? reading.hub : null;
    return { hub, months: await frozenMonthsOf(tx, network, hub) };
  },
});

/** Every figure of a frozen month as it stands, and at the hub what came later and why. */
export const frozenSheet = query({
  name: 'frozen-sheet',
  says: 'Shows the figures of a frozen month as they stand, and what came later.',
  login: 'report',
  input: z.strictObject({ month: aMonth, over }),
  run: async ({ tx, network, actor, absent }, { month, over }) => {
    const reading = chooseReading(actor, over) ?? absent();
    const of = (await frozenMonthsOf(tx, network, reading.exact ? reading.hub : null, month))[0] ?? absent();
    const names = new Map((await keptIndicators(tx, network)).map(({ id, versions }) => [id, versions]));
    return { of, numbers: await readFrozen(tx, network, of), kept: Object.fromEntries(names) };
  },
});

/** One indicator in a month that stands frozen; nothing when the month does not. */
export const frozenFigure = query({
  name: 'frozen-figure',
  says: 'Shows one indicator as it stands in a frozen month, and what came later.',
  login: 'report',
  input: z.strictObject({ indicator: id(), month: aMonth, over }),
  run: async ({ tx, network, actor, absent }, { indicator, month, over }) => {
    const reading = chooseReading(actor, over) ?? absent();
    const [of] = await frozenMonthsOf(tx, network, reading.exact ? reading.hub : null, month);
    const [number] = of ? await readFrozen(tx, network, of, indicator) : [];
    return { frozen: of && number ? { of, number } : null };
  },
});
