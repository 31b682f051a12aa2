import type { Asking } from '#core/action.ts';
import { type ServiceEntry, servicesForMatching } from '#modules/directory/public.ts';
import { hubsOf, territoryLine } from '#modules/network/public.ts';
import type { DeskTables } from '../desk.ts';
import type { ClientFacts } from './client-facts.ts';
import { type Match, matchService, type Need } from './match-service.ts';
import { rankMatches } from './rank-matches.ts';
import type { LineOf } from './smallest-change.ts';

/**
 * Weighs for one client every service of her hub, and those of the other hubs of the country that reach her place, in the order the
 * page states. A service a thousand kilometres away is no answer at a counter; the directory shows it.
 */
export async function weighServices(
  asking: Asking<DeskTables>, client: { facts: ClientFacts; need: Need },
): Promise<readonly Match<ServiceEntry>[]> {
  const { tx, hub } = asking;
  const all = await hubsOf(tx);
  const country = all.find(({ id }) => id === hub)?.country;
  const hubs = all.filter((one) => one.country === country).map(({ id }) => id);
  const services = await servicesForMatching(asking, { near: { hub, hubs, places: client.facts.territory ?? [] } });
  return rankMatches(services.map((service) => matchService(service, client.facts, client.need, lineOf)));
}

const lineOf: LineOf = (code) => {
  const line = territoryLine(code).map((place) => place.code);
  return line.length ? line : [code];
};
