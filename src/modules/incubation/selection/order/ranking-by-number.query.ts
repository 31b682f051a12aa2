import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../../incubation.ts';
import { standingFields, standingsOf } from './standings-of.ts';

/** The newest ranking of a call of her region, by number: no name, no person, no way to the application; neither age nor what single jurors gave. */
export const rankingByNumber = query({
  name: 'ranking-by-number',
  says: 'Shows the ranking of a call of the region by number.',
  input: z.strictObject({ call: id(), ...standingFields }),
  run: async (asking, { call: wanted, ...which }) => {
    const { tx, network, actor, absent } = asking;
    const hubs = actor.roles.filter(({ role, scope }) => role === 'regional_coordinator' && scope === 'region').flatMap((held) => held.hubs);
    if (hubs.length === 0) return absent();
    const call = (await tx.selectFrom('incubation.call').select(['id', 'names', 'state', 'places']).where('network_id', '=', network).where('hub_id', 'in', hubs)
      .where('id', '=', wanted).where('state', '<>', 'draft').executeTakeFirst()) ?? absent();
    const shown = await standingsOf(asking, call.id, which);
    return {
      call, ...shown,
      rows: shown.rows.map(({ application_id: _, age: _age, members: _members, handedIn: _at, ...line }) => line),
    };
  },
});
