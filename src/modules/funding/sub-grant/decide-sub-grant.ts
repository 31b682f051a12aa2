import { z } from 'zod';
import { choice, id, maybe, wholeNumber } from '#core/input.ts';
import { action } from '../funding.ts';
import { approvalRefusals, approve } from '../grant/approve-grant.ts';
import { knownGrant } from '../grant/known-grant.ts';
import { writeGrant } from '../grant/write-grant.ts';
import { amount, minorOf } from '../money.ts';
import { knownSubGrant } from './known-sub-grant.ts';

/**
 * Evaluates an admissible proposal: points out of a hundred, and the amount that would be granted (never more than asked). It becomes a
 * proposed grant in two tranches, so that the decision is bound by the same fund, limits and four eyes as every other.
 */
export const evaluateSubGrant = action({
  name: 'evaluate-sub-grant',
  says: 'Evaluates an admissible proposal for a sub-grant.',
  input: z.strictObject({ sub_grant: id(), points: wholeNumber(0, 100), amount: amount() }),
  refuses: ['wrong-step', 'amount-odd', 'more-than-asked'],
  run: async (doing, { sub_grant: of, points, ...typed }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const proposal = await knownSubGrant(doing, of);
    if (proposal.state !== 'admissible') refuse('wrong-step');
    const given = minorOf(typed.amount, proposal.currency) || refuse('amount-odd', {}, 'amount');
    if (given > proposal.asked) refuse('more-than-asked', {}, 'amount');
    const first = given > 1 ? Math.ceil(given / 2) : given;
    const tranches = [{ amount: first, milestone: 'start' as const }, { amount: given - first, milestone: 'report' as const }].filter((each) => each.amount > 0);
    const grant = await writeGrant(doing, {
      fund: proposal.fund_id, envelope: null, currency: proposal.currency, kind: 'sub_grant', application: null, organization: proposal.organization_id,
      purpose: String(proposal.names.fr ?? proposal.names.en ?? proposal.names.ar ?? proposal.names.es ?? of), tranches,
    });
    await tx.updateTable('funding.sub_grant').set({ state: 'evaluated', state_at: now, points, evaluated_by: actor.account, grant_id: grant }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'sub-grant-evaluated', subject: of, organization: proposal.organization_id, body: { points, amount_minor: given, currency: proposal.currency } });
    return { sub_grant: of, grant };
  },
});

/** Awards an evaluated proposal or not: never by who evaluated or typed it, and under the same limits as every grant. */
export const decideSubGrant = action({
  name: 'decide-sub-grant',
  says: 'Awards an evaluated sub-grant, or not.',
  input: z.strictObject({ sub_grant: id(), decision: choice(['award', 'decline']), meeting: maybe(id()) }),
  refuses: ['wrong-step', ...approvalRefusals],
  run: async (doing, { sub_grant: of, decision, meeting }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const proposal = await knownSubGrant(doing, of);
    if (proposal.state !== 'evaluated') refuse('wrong-step');
    if (proposal.evaluated_by === actor.account || proposal.typed_by === actor.account) refuse('own-proposal');
    const grant = await knownGrant(doing, proposal.grant_id!);
    const awarded = decision === 'award';
    if (awarded) await approve(doing, grant, meeting);
    else {
      await tx.updateTable('funding.tranche').set({ state: 'dropped' }).where('network_id', '=', network).where('grant_id', '=', grant.id).execute();
      await tx.updateTable('funding.grant').set({ state: 'cancelled', state_at: now, ended_by: actor.account, ended_reason: 'declined' }).where('network_id', '=', network).where('id', '=', grant.id).execute();
    }
    await tx.updateTable('funding.sub_grant').set({ state: awarded ? 'awarded' : 'not_awarded', state_at: now, decided_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'sub-grant-decided', subject: of, organization: proposal.organization_id, body: { awarded, amount_minor: grant.amount, currency: grant.currency } });
    return { sub_grant: of, grant: grant.id };
  },
});
