import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import { type OpenVisit, openVisit } from '../visit/open-visit.ts';

/** The visit in which a step is done, and the day she came. */
export type HeldVisit = OpenVisit & { readonly day: string };

/**
 * The open visit in which the next step is done, with its client. Hidden is absent; one that is closed or has no client yet
 * is refused (`visit-not-held`, to be declared by the action). An action that must run once at a time for a visit locks it.
 */
export async function heldVisit(asking: Asking<DeskTables>, ticket: string, { lock = false } = {}): Promise<HeldVisit> {
  const { tx, network, hub } = asking;
  const known = await tx.selectFrom('desk.ticket').select('day')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
  if (!known) return asking.absent();
  const visit = (await openVisit(tx, network, ticket, { lock })) ?? asking.refuse('visit-not-held');
  return { ...visit, day: known.day };
}

/** The client of a visit as events and snapshots name her. */
export const clientOf = ({ person, organization }: OpenVisit) => ({ person_id: person, organization_id: organization });
