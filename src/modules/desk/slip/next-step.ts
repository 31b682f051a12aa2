import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { isRamadan } from '#core/time/ramadan.ts';
import { type ServiceEntry, serviceEntry } from '#modules/directory/public.ts';
import { hubCard, organizationCard } from '#modules/network/public.ts';
import { dayOf } from '../ticket/day-of.ts';

interface Reading {
  readonly tx: AnyTx;
  readonly network: string;
  readonly now: Date;
}

/** What a slip says of the next step. Without `service` it is the desk itself: the neutral answer. */
export interface NextStep {
  readonly service: { readonly names: Multilingual; readonly type: string; readonly provider: Multilingual | null } | null;
  readonly place: { readonly names: Multilingual; readonly address: Multilingual; readonly locality: string | null } | null;
  readonly openings: readonly { readonly weekday: number; readonly opens: string; readonly closes: string; readonly byAppointment: boolean }[];
  readonly phone: string | null;
  readonly bring: readonly Multilingual[];
  readonly costs: ServiceEntry['costs'];
}

/** Reads what to do next from the directory as it is today; the hub's own desk when the slip names no service. */
export async function nextStepOf(reading: Reading, slip: { hub_id: string; service_id: string | null; location_id: string | null }): Promise<NextStep> {
  const hub = await hubCard(reading.tx, slip.hub_id);
  const entry = slip.service_id ? await serviceEntry(reading, slip.service_id) : null;
  // A delicate service is public in the directory, but this paper would tie it to her.
  if (!entry?.listed || entry.delicate) {
    return {
      service: null, openings: [], phone: hub?.phone ?? null, bring: [], costs: [],
      place: hub ? { names: hub.names, address: hub.address, locality: null } : null,
    };
  }
  const place = entry.places.find(({ location }) => location === slip.location_id) ?? entry.places[0] ?? null;
  const provider = await organizationCard(reading.tx, entry.organization);
  return {
    service: { names: entry.names, type: entry.types[0]!, provider: provider?.names ?? null },
    place: place && { names: place.names, address: place.address, locality: place.locality },
    openings: openingsNow(entry, place?.location ?? null, dayOf(reading.now, hub?.timeZone ?? 'UTC')),
    phone: entry.phone,
    bring: entry.documents.map(({ names }) => names),
    costs: entry.costs,
  };
}

/** The hours of the season, for this place or for all of them; the ordinary ones when Ramadan has none of its own. */
function openingsNow({ openings }: ServiceEntry, location: string | null, day: string): NextStep['openings'] {
  const here = openings.filter((one) => one.location === null || one.location === location);
  const season = isRamadan(day) && here.some((one) => one.season === 'ramadan') ? 'ramadan' : 'ordinary';
  return here.filter((one) => one.season === season);
}
