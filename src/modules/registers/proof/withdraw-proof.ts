import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id } from '#core/input.ts';
import { giveRoomBack } from '#modules/documents/public.ts';
import { type Withdrawal, withdrawals } from '../codes.ts';
import { action, type RegisterTables } from '../registers.ts';

/** Destroys the content of a paper and tells which entries stood on it; a second press finds nothing. */
export async function withdraw(doing: Doing<RegisterTables>, proof: string, why: Withdrawal): Promise<void> {
  const { tx, network, hub, now, actor, absent, record } = doing;
  const row = await tx.updateTable('registers.proof').set({ sealed: null, withdrawn_at: now, withdrawn_by: actor.account, withdrawn_why: why })
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', proof).where('withdrawn_at', 'is', null).returning('bytes').executeTakeFirst() ?? absent();
  await giveRoomBack(doing, hub, row.bytes);
  const steps = await tx.selectFrom('registers.step').select('entry_id').distinct().where('network_id', '=', network).where('proof_id', '=', proof).execute();
  await record({ name: 'proof-withdrawn', subject: proof, body: { why, entries: steps.map(({ entry_id }) => entry_id) } });
}

/** Withdraws the paper of a step: its content is destroyed, its fingerprint stays, and what stood on it counts no more until another is brought. */
export const withdrawProof = action({
  name: 'withdraw-proof',
  says: 'Withdraws the proof of a step: its content is destroyed and what stood on it counts no more.',
  input: z.strictObject({ step: id(), why: choice(withdrawals) }),
  run: async (doing, { step, why }) => {
    const { tx, network, hub, absent } = doing;
    const row = await tx.selectFrom('registers.step').select(['entry_id', 'proof_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', step).forUpdate().executeTakeFirst();
    const proof = row?.proof_id ?? absent();
    await withdraw(doing, proof, why);
    return { entry: row!.entry_id, proof };
  },
});
