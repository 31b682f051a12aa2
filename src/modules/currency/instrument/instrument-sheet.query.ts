import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { knownInstrument } from './known-instrument.ts';
import { basisOf } from './legal-basis.ts';

/** One instrument: its law in the country of the hub, the versions of its rules, its programmes. */
export const instrumentSheet = query({
  name: 'instrument-sheet',
  says: 'Shows an instrument: its law, the versions of its rules, its programmes.',
  input: z.strictObject({ instrument: id() }),
  run: async (asking, { instrument: of }) => {
    const { tx, network, absent } = asking;
    const row = await knownInstrument(asking, of);
    const { country } = (await hubCard(tx, row.hub_id)) ?? absent();
    const versions = await tx.selectFrom('currency.rulebook').select(['version', 'in_force_on as inForceOn', 'published_at as publishedAt']).where('network_id', '=', network).where('instrument_id', '=', of).orderBy('version', 'desc').execute();
    const programmes = await tx.selectFrom('currency.programme').select(['id', 'names', 'ends_on as endsOn', 'closed_at as closedAt']).where('network_id', '=', network).where('instrument_id', '=', of).orderBy('opened_at', 'desc').execute();
    return { id: of, kind: row.kind, names: row.names, code: row.code, currency: row.currency, country, basis: await basisOf(asking, of, country), versions, programmes };
  },
});
