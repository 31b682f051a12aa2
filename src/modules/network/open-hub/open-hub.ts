import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { localeOf } from '#core/words/locale.ts';
import { hubFields, openingFields } from '../hub/hub-fields.ts';
import { action, type NetworkTables } from '../network.ts';
import { placeOf } from '../territory/place-of.ts';

/** Opens a hub of the network: from then on it has a door, a desk and staff. */
export const openHub = action({
  name: 'open-hub',
  says: 'Opens a hub: its kind, its names, its place.',
  input: z.strictObject({ id: id().optional(), ...openingFields, ...hubFields }),
  refuses: ['second-reference-incubator', 'unknown-territory', 'territory-of-another-country'],
  run: async (doing, { id: hub = newId(), kind, country, opened_on, territory, ...plate }) => {
    const { tx, network, now, record } = doing;
    const place = await placeOf(doing, territory, country);
    if (kind === 'reference-incubator') await keepRule(doing, place.region, country);
    const time_zone = localeOf('ar', country).timeZone;
    await tx
      .insertInto('network.hub')
      .values({
        network_id: network, id: hub, kind, country, time_zone, names: plate.names, welcomes: plate.welcomes, address: plate.address,
        phone: plate.phone ?? null, email: plate.email ?? null, website: plate.website ?? null,
        territory_code: territory ?? null, region_code: place.region,
        opened_on: opened_on ?? sql<string>`(${now}::timestamptz at time zone ${time_zone}::text)::date`, closed_on: null,
      })
      .execute();
    await record({ name: 'hub-opened', subject: hub, hub, body: { kind, territory: territory ?? null } });
    return { hub };
  },
});

/** One reference incubator per region where the network says so; its row is held so that two openings at once are counted. */
async function keepRule({ tx, network, refuse }: Doing<NetworkTables>, region: string | null, country: string): Promise<void> {
  const { rules } = await tx.selectFrom('network.network').select('rules').where('network_id', '=', network).forUpdate().executeTakeFirstOrThrow();
  const most = rules.reference_incubators_per_region ?? null;
  if (most === null || region === null) return;
  const { count } = await tx
    .selectFrom('network.hub')
    .where('network_id', '=', network).where('region_code', '=', region).where('kind', '=', 'reference-incubator').where('state', '=', 'open')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) refuse('second-reference-incubator', { most, country }, 'territory');
}
