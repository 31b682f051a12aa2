import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';

/** The budget file of an aid programme for everybody: whose money, how much of it reaches households, what else it costs, and by which rules it is given. */
export const budget = query({
  name: 'budget',
  says: 'Shows the published budget file of an aid programme.',
  input: z.strictObject({ programme: id() }),
  run: async ({ tx, network, absent }, { programme: of }) => {
    const row = await tx.selectFrom('currency.programme as p').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
      .innerJoin('currency.budget as b', (join) => join.onRef('b.network_id', '=', 'p.network_id').onRef('b.programme_id', '=', 'p.id'))
      .select(['p.hub_id', 'p.names', 'p.funder_id', 'p.instrument_id', 'p.pledged_minor', 'p.categories', 'p.territories', 'p.ends_on', 'p.ceiling_minor', 'p.becomes', 'i.currency', 'b.version', 'b.lines', 'b.aid_minor', 'b.published_at'])
      .where('p.network_id', '=', network).where('p.id', '=', of).orderBy('b.version', 'desc').limit(1).executeTakeFirst();
    if (!row) return absent();
    const hub = (await hubCard(tx, row.hub_id)) ?? absent();
    return {
      names: row.names, funder: (await organizationCard(tx, row.funder_id))?.names ?? {}, hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone }, instrument: row.instrument_id, currency: row.currency, pledged: Number(row.pledged_minor),
      aid: Number(row.aid_minor), lines: row.lines.map(({ what, amount_minor }) => ({ what, amount: amount_minor })), version: row.version, publishedAt: row.published_at, categories: row.categories, territories: row.territories,
      endsOn: row.ends_on, ceiling: Number(row.ceiling_minor), becomes: row.becomes,
    };
  },
});
