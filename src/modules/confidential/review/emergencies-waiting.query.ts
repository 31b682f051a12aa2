import { z } from 'zod';
import { query } from '../confidential.ts';

/** How many emergencies wait for my review: the number beside the menu entry, from the second the second key was turned. */
export const emergenciesWaiting = query({
  name: 'emergencies-waiting',
  says: 'Counts the openings with two keys that wait for my review.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const { waiting } = await tx.selectFrom('confidential.key_request').select((on) => on.fn.countAll<bigint>().as('waiting'))
      .where('network_id', '=', network).where('kind', '=', 'emergency').where('approved_at', 'is not', null).where('reviewed_at', 'is', null)
      .where('asked_by', '<>', actor.account!).where('approved_by', '<>', actor.account!).executeTakeFirstOrThrow();
    return Number(waiting);
  },
});
