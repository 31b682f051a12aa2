import type { Doing } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import { minutesBetween } from '../ticket/day-of.ts';
import { nobodyYet } from '../ticket/snapshot.ts';

export type Called = { readonly id: string; readonly arrived_at: Date; readonly counter: number | null };

/** Puts a waiting ticket in the officer's hands; undefined when it waits no more. Only one of two officers succeeds. */
export async function markCalled(doing: Doing<DeskTables>, ticket: string, counter: number): Promise<Called | undefined> {
  const { tx, network, hub, now, actor } = doing;
  return tx
    .updateTable('desk.ticket')
    .set({ state: 'called', called_at: now, called_by: actor.account, counter })
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).where('state', '=', 'waiting')
    .returning(['id', 'arrived_at', 'counter'])
    .executeTakeFirst();
}

/** Writes that a number was called and how long it waited. */
export const recordCall = (doing: Doing<DeskTables>, { id, arrived_at, counter }: Called): Promise<string> =>
  doing.record({
    name: 'ticket-called', subject: id,
    body: { ...nobodyYet, waited_minutes: minutesBetween(arrived_at, doing.now), counter },
  });
