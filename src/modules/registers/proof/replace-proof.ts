import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../registers.ts';
import { keepProof, proofRefusals } from './keep-proof.ts';
import { lookInto, proofInput } from './proof-input.ts';
import { withdraw } from './withdraw-proof.ts';

/** Brings another paper for a step: in place of one that was withdrawn, or of the one that stands, which is withdrawn with that. */
export const replaceProof = action({
  name: 'replace-proof',
  says: 'Brings another proof for a step.',
  input: z.strictObject({ step: id(), ...proofInput }),
  refuses: ['proof-missing', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { step, ...typed }) => {
    const { tx, network, hub, refuse, absent, record } = doing;
    const row = await tx.selectFrom('registers.step').select(['entry_id', 'to_state', 'proof_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', step).forUpdate().executeTakeFirst() ?? absent();
    const proof = (await keepProof(doing, typed)) ?? refuse('proof-missing', {}, 'file');
    await tx.updateTable('registers.step').set({ proof_id: proof }).where('network_id', '=', network).where('id', '=', step).execute();
    const before = row.proof_id && await tx.selectFrom('registers.proof').select('id').where('network_id', '=', network).where('id', '=', row.proof_id).where('withdrawn_at', 'is', null).executeTakeFirst();
    if (before) await withdraw(doing, before.id, 'replaced');
    await record({ name: 'proof-replaced', subject: step, body: { entry: row.entry_id, to: row.to_state, proof, instead_of: row.proof_id } });
    return { entry: row.entry_id, proof };
  },
});
