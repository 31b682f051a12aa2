import { z } from 'zod';
import { hubCard } from '#modules/network/public.ts';
import { action } from '../desk.ts';
import { dayOf } from '../ticket/day-of.ts';
import { counterNumber } from './counter-number.ts';
import { markCalled, recordCall } from './mark-called.ts';

/** Calls the number that has waited longest today. Two officers who press together get two different numbers. */
export const callNext = action({
  name: 'call-next',
  says: 'Calls the next number to my counter.',
  input: z.strictObject({ counter: counterNumber() }),
  refuses: ['nobody-waiting'],
  run: async (doing, { counter }) => {
    const { tx, network, hub, now } = doing;
    const { timeZone } = (await hubCard(tx, hub)) ?? doing.absent();
    const next = await tx
      .selectFrom('desk.ticket').select('id')
      .where('network_id', '=', network).where('hub_id', '=', hub)
      .where('day', '=', dayOf(now, timeZone)).where('state', '=', 'waiting')
      .orderBy('number').limit(1).forUpdate().skipLocked()
      .executeTakeFirst();
    const called = next && (await markCalled(doing, next.id, counter));
    if (!called) return doing.refuse('nobody-waiting');
    await recordCall(doing, called);
    return { ticket: called.id };
  },
});
