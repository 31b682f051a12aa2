import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import { hubCard, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { knownProgramme } from '../programme/known-programme.ts';
import { addsUp, headAt, sumsAt } from './sums-at.ts';
import { statementOf } from './statement-of.ts';

const moved = ['loaded', 'granted', 'spent', 'expired', 'revoked', 'returned'] as const;

/**
 * What the funder of an aid programme is told: what came in, what was granted, spent and on what, what came back and what is left, month by month, as the book stood
 * at one head. `reconciles`: the months add up to the sums of the journal to the unit, and the fund holds what came in less what left it and is not back. No person stands in it.
 */
export const aidStatement = query({
  name: 'aid-statement',
  says: 'Shows the statement of an aid programme for its funder, reconciled with the journal.',
  input: z.strictObject({ programme: id(), at: maybe(z.iso.datetime()) }),
  run: async (asking, { programme: of, at }) => {
    const { tx, network, now, absent } = asking;
    const row = await knownProgramme(asking, of);
    const hub = (await hubCard(tx, row.hub_id)) ?? absent();
    const asked = at && new Date(at) < now ? new Date(at) : now;
    const head = await headAt(tx, network, row.instrument_id, asked);
    const place = { book: row.instrument_id, programme: of, entry: head?.entry ?? 0 };
    const sums = await sumsAt(tx, network, place);
    const { months, categories } = await statementOf(tx, network, { ...place, zone: hub.timeZone });
    const total = Object.fromEntries(moved.map((key) => [key, months.reduce((sum, month) => sum + month[key], 0)])) as Record<(typeof moved)[number], number>;
    const reconciles = addsUp(sums) && moved.every((key) => total[key] === sums[key]) && sums.fund === total.loaded - total.granted + total.expired + total.revoked - total.returned
      && categories.reduce((sum, { spent }) => sum + spent, 0) === sums.spent;
    return {
      id: of, names: row.names, code: row.code, currency: row.currency, scale: scaleOf(row.currency), funder: (await organizationCard(tx, row.funder_id))?.names ?? {}, hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone },
      pledged: row.pledged, at: asked, head, sums, months, total, categories, reconciles,
    };
  },
});
