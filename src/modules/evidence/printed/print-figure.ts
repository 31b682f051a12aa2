import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../evidence.ts';
import { keptIndicators, versionInForce } from '../kept/kept-indicators.ts';
import { cuts } from '../reading/cut.ts';
import { newestHeads } from '../reading/head.ts';
import { month, openPeriod } from '../reading/period.ts';
import { printVersion } from './print-version.ts';

/**
 * Prints a figure with its proof: counts what was sealed up to the newest head, keeps how it was counted, and writes the same as an
 * event, so that the figure itself comes under the seal. What is not sealed yet waits for the next print.
 */
export const printFigure = action({
  name: 'print-figure',
  says: 'Prints a figure of the hub with its definition, its months and the seal it was read at.',
  input: z.strictObject({ indicator: id(), from: month(), to: month(), by: maybe(choice(cuts)), key: maybe(text(60)) }),
  refuses: ['nothing-to-print', 'nothing-sealed'],
  run: async (doing, { indicator, from, to, by, key }) => {
    const { tx, network, hub, now, refuse, absent, record } = doing;
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const period = openPeriod({ from, to }, now);
    const version = versionInForce(kept.versions, period);
    if (version?.source !== 'events') return refuse('nothing-to-print');
    const [head] = await newestHeads(tx, network, 1);
    if (!head) return refuse('nothing-sealed');
    const part = by && key !== undefined ? { by, key } : undefined;
    const { figure, body } = await printVersion(doing, { hub, indicator, version, period, part, head });
    await record({ name: 'figure-printed', subject: figure, body });
    return { indicator, figure };
  },
});
