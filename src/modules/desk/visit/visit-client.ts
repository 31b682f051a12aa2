import { type AnyTx, within } from '#core/db/transaction.ts';
import type { DeskTables } from '../desk.ts';

/** Who was received in a visit, and how far the visit came. */
export interface VisitClient {
  readonly person: string | null;
  readonly organization: string | null;
  readonly actingPerson: string | null;
  /** The last thing that was done there: an orientation, a talk about needs, or the visit alone. */
  readonly reached: 'orientation' | 'need' | 'visit';
}

/** The client of a visit, open or over, for what grows out of it; undefined when it is hidden or nobody was received. */
export async function visitClient(tx: AnyTx, network: string, ticket: string): Promise<VisitClient | undefined> {
  const desk = within<DeskTables>(tx);
  const row = await desk.selectFrom('desk.ticket').select(['person_id', 'organization_id', 'acting_person_id'])
    .where('network_id', '=', network).where('id', '=', ticket).executeTakeFirst();
  if (!row?.person_id && !row?.organization_id) return undefined;
  const has = async (table: 'desk.orientation' | 'desk.needs_assessment') =>
    (await desk.selectFrom(table).select('id').where('network_id', '=', network).where('ticket_id', '=', ticket).limit(1).execute()).length > 0;
  const reached = (await has('desk.orientation')) ? 'orientation' : (await has('desk.needs_assessment')) ? 'need' : 'visit';
  return { person: row.person_id, organization: row.organization_id, actingPerson: row.acting_person_id, reached };
}
