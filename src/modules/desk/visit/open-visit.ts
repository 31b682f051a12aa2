import { type AnyTx, within } from '#core/db/transaction.ts';
import type { DeskTables } from '../desk.ts';
import { heldStates } from '../ticket/ticket-state.ts';

/** A visit with a client, as the next steps need it. */
export interface OpenVisit {
  readonly ticket: string;
  readonly number: number;
  readonly person: string | null;
  readonly organization: string | null;
  readonly actingPerson: string | null;
  /** The person spoken to: the client herself, or the member who acts for the organization. */
  readonly spokenTo: string;
}

/**
 * The visit that an officer holds now, with the client received in it; undefined when it is closed, hidden or has no
 * client yet. Steps after intake (needs, orientation, referral) begin here. An action that must not race the closing of the
 * visit passes `lock`: the row then waits for no other change until the transaction ends (queries may not lock).
 */
export async function openVisit(
  tx: AnyTx, network: string, ticket: string, { lock = false } = {},
): Promise<OpenVisit | undefined> {
  const row = await within<DeskTables>(tx)
    .selectFrom('desk.ticket')
    .select(['id', 'number', 'person_id', 'organization_id', 'acting_person_id'])
    .where('network_id', '=', network).where('id', '=', ticket).where('state', 'in', heldStates)
    .$if(lock, (visit) => visit.forUpdate())
    .executeTakeFirst();
  const spokenTo = row?.person_id ?? row?.acting_person_id;
  if (!row || !spokenTo) return undefined;
  return {
    ticket: row.id, number: row.number, person: row.person_id, organization: row.organization_id,
    actingPerson: row.acting_person_id, spokenTo,
  };
}
