import { z } from 'zod';
import { query } from '../../incubation.ts';

/** How many rankings of the hub were put forward by a colleague and wait for other eyes: the number beside the entry of the menu. */
export const decisionsWaiting = query({
  name: 'decisions-waiting',
  says: 'Counts the rankings that a colleague put forward and that wait for a decision.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, actor }) => {
    const { count } = await tx.selectFrom('incubation.decision').select(({ fn }) => fn.countAll<string>().as('count'))
      .where('network_id', '=', network).where('hub_id', '=', hub).where('decision', 'is', null).where('asked_by', '<>', actor.account!).executeTakeFirstOrThrow();
    return Number(count);
  },
});
