import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../currency.ts';
import { knownBatch } from './known-batch.ts';

/** Drops a batch that was proposed and not granted; nothing moved, and its households may be proposed again. */
export const dropAid = action({
  name: 'drop-aid',
  says: 'Drops a proposal of aid that was not granted.',
  input: z.strictObject({ batch: id() }),
  refuses: ['batch-decided'],
  run: async (doing, { batch: of }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const batch = await knownBatch(doing, of);
    if (batch.state !== 'proposed') refuse('batch-decided');
    await tx.updateTable('currency.aid').set({ state: 'dropped', state_at: now, state_by: actor.account }).where('network_id', '=', network).where('hub_id', '=', batch.hub_id).where('batch_id', '=', of).execute();
    await tx.updateTable('currency.batch').set({ state: 'dropped', decided_by: actor.account ?? absent(), decided_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'batch-dropped', subject: of, body: { households: batch.households } });
    return { batch: of, programme: batch.programme_id };
  },
});
