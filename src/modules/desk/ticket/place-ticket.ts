import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { hubCard } from '#modules/network/public.ts';
import type { DeskTables } from '../desk.ts';
import { dayOf } from './day-of.ts';
import type { TicketTable } from './ticket-tables.ts';

type Placed = { readonly ticket: string; readonly number: number; readonly day: string };
type Given = Pick<TicketTable, 'via' | 'reason' | 'arrived_at'> & Partial<TicketTable>;

/**
 * Gives the next number of the day and keeps the ticket. Undefined when its paper number was typed before. The day's row
 * stays locked until the end, so two desks never give the same number and a refused ticket leaves no gap.
 */
export async function placeTicket(asking: Asking<DeskTables>, given: Given): Promise<Placed | undefined> {
  const { tx, now, network, hub, actor } = asking;
  const card = await hubCard(tx, hub);
  const day = dayOf(given.arrived_at, card?.timeZone ?? asking.absent());
  const { last_number: number } = await tx
    .insertInto('desk.queue_day')
    .values({ network_id: network, hub_id: hub, day, last_number: 1 })
    .onConflict((row) => row.columns(['network_id', 'hub_id', 'day']).doUpdateSet({ last_number: sql`queue_day.last_number + 1` }))
    .returning('last_number')
    .executeTakeFirstOrThrow();
  const ticket = newId(now.getTime());
  const kept = await tx
    .insertInto('desk.ticket')
    .values({
      ...emptyTicket, ...given, network_id: network, id: ticket, hub_id: hub, day, number,
      opened_at: now, opened_by: actor.account,
    })
    .onConflict((row) => row.columns(['network_id', 'hub_id', 'paper_number']).doNothing())
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows === 0n ? undefined : { ticket, number, day };
}

const emptyTicket = {
  state: 'waiting', paper_number: null, appointment_id: null, called_at: null, called_by: null, counter: null, person_id: null,
  organization_id: null, acting_person_id: null, received_at: null, typed_by: null, ended_at: null,
} as const;
