import type { Asking } from '#core/action.ts';
import { type ServiceEntry, servicesForMatching } from '#modules/directory/public.ts';
import { territoryLine } from '#modules/network/public.ts';
import type { DeskTables } from '../desk.ts';
import type { ClientFacts } from './client-facts.ts';
import { type Match, matchService, type Need } from './match-service.ts';
import { rankMatches } from './rank-matches.ts';
import type { LineOf } from './smallest-change.ts';

/** Weighs every service of the network for one client, in the order the page states. */
export async function weighServices(
  asking: Asking<DeskTables>, client: { facts: ClientFacts; need: Need }, only?: readonly string[],
): Promise<readonly Match<ServiceEntry>[]> {
  const services = await servicesForMatching(asking, only ? { only } : {});
  return rankMatches(services.map((service) => matchService(service, client.facts, client.need, lineOf)));
}

const lineOf: LineOf = (code) => {
  const line = territoryLine(code).map((place) => place.code);
  return line.length ? line : [code];
};
