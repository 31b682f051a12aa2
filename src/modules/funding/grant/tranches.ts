import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../funding.ts';
import { knownGrant, knownTranche } from './known-grant.ts';

/** Says what proves that a milestone was reached, and where it lies. Who looks at it and releases the money is somebody else. */
export const bringEvidence = action({
  name: 'bring-evidence',
  says: 'Brings the proof that a milestone was reached.',
  input: z.strictObject({ tranche: id(), paper: text(300) }),
  refuses: ['wrong-step'],
  run: async (doing, { tranche: of, paper }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const tranche = await knownTranche(doing, of);
    if (tranche.state !== 'waiting') refuse('wrong-step');
    await tx.updateTable('funding.tranche').set({ evidence_paper: paper, evidence_by: actor.account, evidence_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'evidence-brought', subject: of, body: { milestone: tranche.milestone } });
    return { grant: tranche.grant_id, tranche: of };
  },
});

/** Releases a tranche whose milestone is proven, once the grant is certified. Never by who brought the proof (`own-evidence`). */
export const releaseTranche = action({
  name: 'release-tranche',
  says: 'Releases a tranche whose milestone is proven.',
  input: z.strictObject({ tranche: id() }),
  refuses: ['wrong-step', 'evidence-first', 'own-evidence', 'certificate-first'],
  run: async (doing, { tranche: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const tranche = await knownTranche(doing, of);
    const grant = await knownGrant(doing, tranche.grant_id);
    if (tranche.state !== 'waiting') refuse('wrong-step');
    if (grant.state !== 'certified' && grant.state !== 'paid_part') refuse('certificate-first');
    if (!tranche.evidence_by) refuse('evidence-first');
    if (tranche.evidence_by === actor.account) refuse('own-evidence');
    await tx.updateTable('funding.tranche').set({ state: 'released', released_by: actor.account, released_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'tranche-released', subject: of, body: { amount_minor: tranche.amount, currency: grant.currency, milestone: tranche.milestone } });
    return { grant: tranche.grant_id, tranche: of };
  },
});
