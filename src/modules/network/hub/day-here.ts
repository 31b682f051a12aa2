import type { Actor } from '#core/actor.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { type Country, localeOf } from '#core/words/locale.ts';
import type { NetworkTables } from '../network.ts';

interface Standing {
  readonly tx: AnyTx;
  readonly network: string;
  readonly actor: Pick<Actor, 'hub'>;
  readonly now: Date;
}

// A payment asks for the day four times; a hub's zone stays what it is while one transaction runs.
const zones = new WeakMap<AnyTx, Map<string, string>>();

/** The time zone of the clock she goes by: that of the hub where she stands, or of the network's first country where she stands in none. */
export async function zoneHere({ tx, network, actor }: Omit<Standing, 'now'>): Promise<string> {
  const known = zones.get(tx) ?? new Map<string, string>();
  const zone = actor.hub ? known.get(actor.hub) : undefined;
  if (zone) return zone;
  const own = within<NetworkTables>(tx);
  const row = actor.hub
    ? await own.selectFrom('network.hub').select('time_zone').where('network_id', '=', network).where('id', '=', actor.hub).executeTakeFirst()
    : undefined;
  if (row) {
    zones.set(tx, known.set(actor.hub!, row.time_zone));
    return row.time_zone;
  }
  const first = await own.selectFrom('network.network').select('countries').where('network_id', '=', network).executeTakeFirstOrThrow();
  return localeOf('ar', first.countries[0] as Country).timeZone;
}

/** The calendar day of a moment, now unless said, by the clock she goes by: "2026-11-22". An hour before midnight of London, Tunis is in its next day. */
export const dayHere = async (standing: Standing, at: Date = standing.now): Promise<string> => clockIn(await zoneHere(standing), at).date;
