import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import { openVisit } from '../visit/open-visit.ts';

/** Whom a referral is about: a person, or an organization through the member spoken to. */
export interface ClientToRefer {
  readonly person: string | null;
  readonly organization: string | null;
  readonly spokenTo: string;
  /** The referral that comes back, when another choice is made after it. */
  readonly after: string | null;
}

/**
 * The client of an open visit; or, when another choice is made after a referral that was declined or stays unanswered, the
 * client of that referral, although the visit is over. Undefined when neither is open any more.
 */
export async function clientToRefer(
  { tx, network, hub }: Asking<DeskTables>, { ticket, after }: { ticket: string; after?: string | undefined }, { lock = false } = {},
): Promise<ClientToRefer | undefined> {
  if (!after) {
    const visit = await openVisit(tx, network, ticket, { lock });
    return visit && { person: visit.person, organization: visit.organization, spokenTo: visit.spokenTo, after: null };
  }
  const before = await tx.selectFrom('desk.referral').select(['id', 'person_id', 'client_organization_id', 'spoken_to_id'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('ticket_id', '=', ticket).where('id', '=', after)
    .where('state', 'in', ['sent', 'declined'])
    .$if(lock, (row) => row.forUpdate())
    .executeTakeFirst();
  return before && {
    person: before.person_id, organization: before.client_organization_id, spokenTo: before.spoken_to_id, after: before.id,
  };
}
