import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { accountNames, hubCard } from '#modules/network/public.ts';
import type { ClientName } from '#modules/people/public.ts';
import { clientNames } from '../client/client-names.ts';
import { type DeskTables, query } from '../desk.ts';
import { dayOf } from '../ticket/day-of.ts';
import type { Reason } from '../ticket/reason.ts';
import { heldStates, type TicketState, type Via } from '../ticket/ticket-state.ts';

export interface BoardTicket {
  readonly id: string;
  readonly number: number;
  readonly day: string;
  readonly via: Via;
  readonly reason: Reason;
  readonly state: TicketState;
  readonly arrivedAt: Date;
  readonly counter: number | null;
  /** The officer who holds it, and whether that is me. */
  readonly officer: string | null;
  readonly mine: boolean;
  /** The client once she is named. */
  readonly client: ClientName | null;
}

/** Today at the desk: who waits in the order of numbers, what I hold, what colleagues hold, and my last counter. */
export const ticketBoard = query({
  name: 'ticket-board',
  says: 'Shows who waits at the desk today and who receives whom.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, hub, now, actor } = asking;
    const { timeZone } = (await hubCard(tx, hub)) ?? asking.absent();
    const day = dayOf(now, timeZone);
    const rows = await openTickets(asking, day);
    const names = await clientNames(tx, rows);
    const officers = await accountNames(tx, rows.flatMap((row) => row.called_by ?? []));
    const tickets: BoardTicket[] = rows.map((row) => ({
      id: row.id, number: row.number, day: row.day, via: row.via, reason: row.reason, state: row.state,
      arrivedAt: row.arrived_at, counter: row.counter,
      officer: row.called_by ? (officers.get(row.called_by) ?? null) : null,
      mine: row.called_by !== null && row.called_by === actor.account,
      client: names.get(row.id) ?? null,
    }));
    return {
      day,
      now,
      waiting: tickets.filter(({ state }) => state === 'waiting'),
      mine: tickets.filter(({ state, mine }) => state !== 'waiting' && mine),
      others: tickets.filter(({ state, mine }) => state !== 'waiting' && !mine),
      counter: await lastCounter(asking),
    };
  },
});

/** Those waiting today, and every visit still held, also one of yesterday that nobody closed. */
const openTickets = ({ tx, network, hub }: Asking<DeskTables>, day: string) =>
  tx.selectFrom('desk.ticket').selectAll()
    .where('network_id', '=', network).where('hub_id', '=', hub)
    .where((or) => or.or([or('state', 'in', heldStates), or.and([or('state', '=', 'waiting'), or('day', '=', day)])]))
    .orderBy('day').orderBy('number').limit(500)
    .execute();

async function lastCounter({ tx, network, hub, actor }: Asking<DeskTables>): Promise<number> {
  const last = await tx.selectFrom('desk.ticket').select('counter')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('called_by', '=', actor.account)
    .where('counter', 'is not', null).orderBy('called_at', 'desc').limit(1).executeTakeFirst();
  return last?.counter ?? 1;
}
