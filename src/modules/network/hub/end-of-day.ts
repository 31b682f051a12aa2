import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { type Country, localeOf } from '#core/words/locale.ts';
import type { NetworkTables } from '../network.ts';

/** The last second of a calendar day by the clock of a hub, or of the network's first country when no hub is meant. */
export async function endOfDay({ tx, network }: Asking<NetworkTables>, date: string, hub: string | null): Promise<Date> {
  const row = hub
    ? await tx.selectFrom('network.hub').select('time_zone').where('network_id', '=', network).where('id', '=', hub).executeTakeFirst()
    : undefined;
  const { countries } = await tx.selectFrom('network.network').select('countries').where('network_id', '=', network).executeTakeFirstOrThrow();
  const zone = row?.time_zone ?? localeOf('ar', countries[0] as Country).timeZone;
  const { rows } = await sql<{ at: Date }>`select ((${date}::date + 1)::timestamp at time zone ${zone}::text) - interval '1 second' as at`.execute(tx);
  return rows[0]!.at;
}
