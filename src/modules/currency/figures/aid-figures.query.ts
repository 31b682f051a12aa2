import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { hubCard, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { addsUp, headAt, sumsAt } from './sums-at.ts';

/**
 * Where the money of an aid programme is, for everybody: its sums at an instant, read at one head of its book, so that whoever keeps the head can have them again.
 * It is money of a public fund and tells of no household: how many there are and where stands under the rule of small numbers (decision 0068).
 */
export const aidFigures = query({
  name: 'aid-figures',
  says: 'Shows to anyone what an aid programme granted, what was spent, what is left and what came back.',
  input: z.strictObject({ programme: id(), at: maybe(z.iso.datetime()) }),
  run: async ({ tx, network, now, absent }, { programme: of, at }) => {
    const row = await tx.selectFrom('currency.programme as p').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
      .select(['p.hub_id', 'p.names', 'p.funder_id', 'p.instrument_id', 'p.closed_at', 'p.becomes', 'i.currency']).where('p.network_id', '=', network).where('p.id', '=', of).executeTakeFirst();
    if (!row) return absent();
    const hub = (await hubCard(tx, row.hub_id)) ?? absent();
    const asked = at && new Date(at) < now ? new Date(at) : now;
    const head = await headAt(tx, network, row.instrument_id, asked);
    const sums = await sumsAt(tx, network, { book: row.instrument_id, programme: of, entry: head?.entry ?? 0 });
    return {
      id: of, names: row.names, instrument: row.instrument_id, currency: row.currency, closed: row.closed_at !== null, becomes: row.becomes, funder: (await organizationCard(tx, row.funder_id))?.names ?? {},
      hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone }, at: asked, head, sums, addsUp: addsUp(sums),
    };
  },
});
