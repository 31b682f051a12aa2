import { z } from 'zod';
import { wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../confidential.ts';

const DAY_MS = 86_400_000;

/** I can be asked for a second key, also by a hub of the network that has nobody else, for a week at most. */
export const goOnCall = action({
  name: 'go-on-call',
  says: 'Says that I can be asked for a second key during the next days.',
  input: z.strictObject({ days: wholeNumber(1, 7) }),
  run: async ({ tx, network, hub, now, actor, record }, { days }) => {
    const call = newId(now.getTime());
    await tx.updateTable('confidential.on_call').set({ ended_at: now })
      .where('network_id', '=', network).where('account_id', '=', actor.account!).where('ended_at', 'is', null).where('until_at', '>', now).execute();
    await tx.insertInto('confidential.on_call').values({
      network_id: network, id: call, hub_id: hub, account_id: actor.account!, from_at: now, until_at: new Date(now.getTime() + days * DAY_MS),
    }).execute();
    await record({ name: 'on-call-begun', subject: call, body: { days } });
    return {};
  },
});

/** I can no longer be asked. */
export const endOnCall = action({
  name: 'end-on-call',
  says: 'Says that I can no longer be asked for a second key.',
  input: z.strictObject({}),
  refuses: ['not-on-call'],
  run: async ({ tx, network, now, actor, record, refuse }) => {
    const ended = await tx.updateTable('confidential.on_call').set({ ended_at: now })
      .where('network_id', '=', network).where('account_id', '=', actor.account!).where('ended_at', 'is', null).where('until_at', '>', now)
      .returning('id').executeTakeFirst();
    if (!ended) return refuse('not-on-call');
    await record({ name: 'on-call-ended', subject: ended.id });
    return {};
  },
});
