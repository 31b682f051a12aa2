import type { Visit } from '#core/page.ts';
import { managesNetwork } from '#modules/network/public.ts';

/** The hub these pages are about: the one in the address for an administrator (none: the whole network), else where she stands. */
export const hubAsked = (visit: Visit): string | undefined =>
  managesNetwork(visit.actor) ? visit.search.hub : (visit.actor.hub ?? undefined);

/** An address with the hub of this one carried along, and what else is said. */
export function addressFor(visit: Visit, path: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  if (visit.search.hub) query.set('hub', visit.search.hub);
  return query.size ? `${path}?${query}` : path;
}
