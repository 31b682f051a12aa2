import { z } from 'zod';
import { sql } from 'kysely';
import { query } from '../network.ts';
import { hubsOf } from '../hub/hub-card.ts';

/** The network at a glance: its names, rules, hubs. */
export const networkSheet = query({
  name: 'network-sheet',
  says: 'The network: its rules and its hubs.',
  input: z.strictObject({}),
  run: async ({ tx, network, absent }) => {
    const row = await tx
      .selectFrom('network.network').select(['names', 'countries', 'demo', 'rules'])
      .where('network_id', '=', network).executeTakeFirst();
    if (!row) return absent();
    return { ...row, hubs: await hubsOf(tx) };
  },
});

/** Each governorate or region of the network's countries with its open hubs and its centres by state: where nothing is yet. */
export const coverage = query({
  name: 'coverage',
  says: 'Where hubs and centres are, and where there are none.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const { rows } = await sql<{ code: string; country: string; names: Record<string, string>; hubs: number; centres: number; upgraded: number }>`
      with recursive place as (
        select t.code, t.code as region from network.territory t join network.network n on t.country = any (n.countries)
          where n.network_id = ${network} and t.level in ('region', 'governorate')
        union all
        select t.code, place.region from network.territory t join place on t.parent_code = place.code
      )
      select r.code, r.country, r.names,
        (select count(*)::int from network.hub h where h.network_id = ${network} and h.state = 'open' and h.region_code = r.code) as hubs,
        (select count(*)::int from network.centre c join place p on p.code = c.territory_code where c.network_id = ${network} and p.region = r.code) as centres,
        (select count(*)::int from network.centre c join place p on p.code = c.territory_code
          where c.network_id = ${network} and p.region = r.code and c.state = 'upgraded') as upgraded
      from network.territory r join network.network n on r.country = any (n.countries)
      where n.network_id = ${network} and r.level in ('region', 'governorate')
      order by array_position(n.countries, r.country), r.code`.execute(tx);
    return rows;
  },
});
