import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';

/** Declines a proposed merge, or takes one's own proposal back: the two stay two. */
export const declineMerge = action({
  name: 'decline-merge',
  says: 'Declines that two files are the same person, or takes the proposal back.',
  input: z.strictObject({ merge: id() }),
  refuses: ['already-decided'],
  run: async ({ tx, network, hub, now, actor, record, refuse, absent }, { merge }) => {
    const here = tx.selectFrom('people.merge').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', merge);
    const declined = await tx.updateTable('people.merge').set({ state: 'declined', decided_by: actor.account, decided_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', merge).where('state', '=', 'proposed')
      .returning(['survivor_id', 'absorbed_id']).executeTakeFirst();
    if (!declined) return (await here.executeTakeFirst()) ? refuse('already-decided') : absent();
    await record({ name: 'merge-declined', subject: merge, person: declined.survivor_id, body: { other: declined.absorbed_id } });
    return { person: declined.survivor_id };
  },
});
