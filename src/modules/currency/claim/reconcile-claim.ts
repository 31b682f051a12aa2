import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { action } from '../currency.ts';
import { knownClaim, isTied, writeStep } from './known-claim.ts';

/**
 * Finds a paid claim on the statement of the bank: its line and its amount, which must be the claim's (`bank-differs`). By somebody else than who paid it
 * (`own-payment`) and by nobody tied to the shop (`own-claim`). Refuses `wrong-step`, `line-too-short`.
 */
export const reconcileClaim = action({
  name: 'reconcile-claim',
  says: 'Finds a paid claim on the statement of the bank.',
  input: z.strictObject({ claim: id(), line: text(140), amount: decimal() }),
  refuses: ['wrong-step', 'line-too-short', 'bank-differs', 'own-payment', 'own-claim'],
  run: async (doing, { claim: of, line, amount }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const claim = await knownClaim(doing, of);
    if (claim.state !== 'paid') refuse('wrong-step');
    if (line.length < 3) refuse('line-too-short', {}, 'line');
    if (minorOf(amount, scaleOf(claim.currency)) !== claim.amount) refuse('bank-differs', {}, 'amount');
    if (actor.account === null || claim.paid_by === actor.account) refuse('own-payment');
    if (await isTied(doing, claim)) refuse('own-claim');
    await tx.updateTable('currency.claim').set({ state: 'reconciled', reconciled_by: actor.account, reconciled_at: now, bank_line: line }).where('network_id', '=', network).where('id', '=', of).execute();
    await writeStep(doing, claim, 'reconciled');
    await record({ name: 'claim-reconciled', subject: of, organization: claim.organization_id, body: { amount_minor: claim.amount, currency: claim.currency } });
    return { claim: of };
  },
});
