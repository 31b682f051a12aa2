import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { action } from '../accompaniment.ts';

/** Ends that a colleague accompanies somebody, or takes back that she was asked. The file stays open and shows that it waits for somebody. */
export const endAssignment = action({
  name: 'end-assignment',
  says: 'Ends that a colleague accompanies somebody.',
  input: z.strictObject({ assignment: id() }),
  run: async (doing, { assignment }) => {
    const { tx, network, hub, now, actor } = doing;
    // Somebody who was only asked to follow ends nothing before she says yes herself.
    const leads = holds(actor, ['case_worker', 'supervisor', 'hub_manager']);
    const ended = (await tx.updateTable('accompaniment.assignment').set({ state: 'ended', ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', assignment).where('state', 'in', ['proposed', 'accepted'])
      .where((row) => (leads ? row.lit(true) : row('account_id', '=', actor.account)))
      .returning(['case_id', 'part', 'person_id']).executeTakeFirst()) ?? doing.absent();
    await doing.record({ name: 'assignment-ended', subject: ended.case_id, person: ended.person_id, body: { part: ended.part } });
    return { case: ended.case_id };
  },
});
