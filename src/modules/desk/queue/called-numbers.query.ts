import { z } from 'zod';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { dayOf } from '../ticket/day-of.ts';

const SHOWN = 6;

/** What hangs in the waiting room: the last numbers called with their counters, and how many wait. Never a name. */
export const calledNumbers = query({
  name: 'called-numbers',
  says: 'Shows the numbers called last, for the screen of the waiting room.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, now, absent }) => {
    const { timeZone } = (await hubCard(tx, hub)) ?? absent();
    const today = tx.selectFrom('desk.ticket')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('day', '=', dayOf(now, timeZone));
    const called = await today.select(['number', 'counter'])
      .where('counter', 'is not', null).where('state', 'in', ['called', 'in-progress'])
      .orderBy('called_at', 'desc').limit(SHOWN).execute();
    const { waiting } = await today.where('state', '=', 'waiting')
      .select((count) => count.fn.countAll<bigint>().as('waiting')).executeTakeFirstOrThrow();
    return { called: called.map(({ number, counter }) => ({ number, counter: counter! })), waiting: Number(waiting) };
  },
});
