import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../currency.ts';
import { isTied, knownClaim, writeStep } from './known-claim.ts';

/** Finds a claim right. Neither by who submitted it nor by anybody tied to the shop (`own-claim`); once (`wrong-step`). */
export const validateClaim = action({
  name: 'validate-claim',
  says: 'Validates the claim of a shop, so that it can be paid.',
  input: z.strictObject({ claim: id() }),
  refuses: ['wrong-step', 'own-claim'],
  run: async (doing, { claim: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const claim = await knownClaim(doing, of);
    if (claim.state !== 'submitted') refuse('wrong-step');
    if (actor.account === null || claim.submitted_by === actor.account || (await isTied(doing, claim))) refuse('own-claim');
    await tx.updateTable('currency.claim').set({ state: 'validated', validated_by: actor.account, validated_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await writeStep(doing, claim, 'validated');
    await record({ name: 'claim-validated', subject: of, organization: claim.organization_id, body: { amount_minor: claim.amount, currency: claim.currency } });
    return { claim: of };
  },
});
