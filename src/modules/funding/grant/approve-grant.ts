import { z } from 'zod';
import { holds } from '#core/actor.ts';
import type { Doing } from '#core/action.ts';
import { id, maybe } from '#core/input.ts';
import { approvingRoles } from '../codes.ts';
import { knownEnvelope, knownFund } from '../fund/known-fund.ts';
import { action, type FundingTables } from '../funding.ts';
import { knownGrant } from './known-grant.ts';
import { heldMeeting } from './meeting.ts';
import { referenceOf } from './reference.ts';

/**
 * Approves a grant: from here the fund keeps its amount for it. Never by who proposed it or typed the application (`own-proposal`),
 * never above her limit (`above-limit`), above what she decides alone only with a meeting
 * (`committee-first`) that decided on this grant (`no-quorum`), whose committee and minutes are another's (`own-minutes`). A sub-grant is awarded where
 * its proposal stands (`through-sub-grant`).
 * The fund is held while she decides: of two approvals at once the second finds what the first left (`fund-too-small`).
 */
export const approveGrant = action({
  name: 'approve-grant',
  says: 'Approves a grant that somebody else proposed.',
  input: z.strictObject({ grant: id(), meeting: maybe(id()) }),
  refuses: ['own-proposal', 'above-limit', 'committee-first', 'no-quorum', 'own-minutes', 'fund-closed', 'fund-too-small', 'wrong-step', 'through-sub-grant'],
  run: async (doing, { grant: of, meeting }) => {
    const { actor, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.state !== 'proposed') refuse('wrong-step');
    if (grant.kind === 'sub_grant') refuse('through-sub-grant');
    await approve(doing, grant, meeting);
    await record({ name: 'grant-approved', subject: of, body: { amount_minor: grant.amount, currency: grant.currency, kind: grant.kind, fund: grant.fund_id, by_committee: meeting !== undefined } });
    return { grant: of, by: actor.account };
  },
});

interface Proposed { readonly id: string; readonly fund_id: string; readonly envelope_id: string | null; readonly currency: string; readonly amount: number; readonly asked_by: string; readonly asked_at: Date; readonly typed_by: string | null }

/** The refusals of `approve`. */
export const approvalRefusals = ['own-proposal', 'above-limit', 'committee-first', 'no-quorum', 'own-minutes', 'fund-closed', 'fund-too-small'] as const;

/** Writes the approval of a proposed grant, after looking whether she may and whether the fund still has it. */
export async function approve(doing: Doing<FundingTables>, grant: Proposed, meeting: string | undefined): Promise<void> {
  const { tx, network, now, actor, refuse } = doing;
  if (actor.account === null || grant.asked_by === actor.account || grant.typed_by === actor.account) refuse('own-proposal');
  const limit = await limitOf(doing, grant.currency);
  if (!limit || grant.amount > limit.most) return refuse('above-limit');
  if (grant.amount > limit.alone && !meeting) refuse('committee-first', { reference: referenceOf(grant.id) }, 'meeting');
  if (meeting) {
    const held = (await heldMeeting(doing, meeting, grant)) ?? refuse('no-quorum', { reference: referenceOf(grant.id) }, 'meeting');
    if (held.hands.includes(actor.account)) refuse('own-minutes', {}, 'meeting');
  }
  const fund = await knownFund(doing, grant.fund_id, true);
  if (fund.state === 'closed') refuse('fund-closed');
  const free = grant.envelope_id ? Math.min(fund.free, (await knownEnvelope(doing, grant.fund_id, grant.envelope_id, true)).free) : fund.free;
  if (grant.amount > free) refuse('fund-too-small');
  await tx.updateTable('funding.grant').set({
    state: 'approved', state_at: now, approved_by: actor.account, approved_as: limit.role, approved_at: now, ...(meeting ? { meeting_id: meeting, meeting_quorum: true } : {}),
  }).where('network_id', '=', network).where('id', '=', grant.id).execute();
}

/** The highest limit among the roles she holds here. */
async function limitOf({ tx, network, hub, actor }: Doing<FundingTables>, currency: string) {
  const roles = approvingRoles.filter((role) => holds(actor, [role]));
  if (roles.length === 0) return undefined;
  const rows = await tx.selectFrom('funding.approval_limit').select(['role', 'alone_minor', 'most_minor'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('currency', '=', currency).where('role', 'in', roles).where('ended_at', 'is', null).execute();
  return rows.map(({ role, alone_minor, most_minor }) => ({ role, alone: Number(alone_minor), most: Number(most_minor) })).sort((a, b) => b.most - a.most)[0];
}
