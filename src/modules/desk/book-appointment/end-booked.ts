import type { Doing } from '#core/action.ts';
import { takeReminderBack } from '#modules/messages/public.ts';
import type { DeskTables } from '../desk.ts';

/** Takes an appointment out of the book, and its reminder back; undefined when it was taken out before. Hidden is absent. */
export async function endBooked(doing: Doing<DeskTables>, appointment: string, state: 'arrived' | 'missed' | 'cancelled') {
  const { tx, network, hub } = doing;
  const ended = await tx
    .updateTable('desk.appointment').set({ state })
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', appointment).where('state', '=', 'booked')
    .returning(['reason', 'person_id', 'organization_id', 'starts_at'])
    .executeTakeFirst();
  if (ended) {
    if (ended.person_id) await takeReminderBack(doing, { basis: 'appointment', id: appointment, startsAt: ended.starts_at });
    return ended;
  }
  const known = await tx.selectFrom('desk.appointment').select('id')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', appointment).executeTakeFirst();
  return known ? undefined : doing.absent();
}
