import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';

/** A protection officer takes a hand-over; one of two who press together succeeds. Nobody else is told. */
export const takeHandover = action({
  name: 'take-handover',
  says: 'Takes a hand-over into my care.',
  input: z.strictObject({ handover: id() }),
  refuses: ['already-taken'],
  run: async (doing, { handover }) => {
    const { tx, network, hub, now, actor } = doing;
    const mine = tx.selectFrom('confidential.handover').select('state')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', handover);
    const taken = await tx
      .updateTable('confidential.handover')
      .set({ state: 'taken', taken_by: actor.account, taken_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', handover).where('state', '=', 'waiting')
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return (await mine.executeTakeFirst()) ? doing.refuse('already-taken') : doing.absent();
    await doing.record({ name: 'handover-taken', subject: handover });
    return {};
  },
});
