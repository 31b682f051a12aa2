import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';

/** Takes an appointment out of the book; undefined when it was taken out before. Hidden is absent. */
export async function endBooked(asking: Asking<DeskTables>, appointment: string, state: 'arrived' | 'missed' | 'cancelled') {
  const { tx, network, hub } = asking;
  const ended = await tx
    .updateTable('desk.appointment').set({ state })
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', appointment).where('state', '=', 'booked')
    .returning(['reason', 'person_id', 'organization_id'])
    .executeTakeFirst();
  if (ended) return ended;
  const known = await tx.selectFrom('desk.appointment').select('id')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', appointment).executeTakeFirst();
  return known ? undefined : asking.absent();
}
