import { z } from 'zod';
import { id } from '#core/input.ts';
import { applicationsToFund } from '#modules/incubation/public.ts';
import { accountNames, dayHere, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../funding.ts';
import { knownGrant } from './known-grant.ts';
import { heldMeeting, heldMeetings } from './meeting.ts';
import { referenceOf } from './reference.ts';

/** One grant: who did which step when, its tranches with their proofs, the account's last characters, repayments of a loan. No name of a person. */
export const grantSheet = query({
  name: 'grant-sheet',
  says: 'One grant: its steps, tranches and payments.',
  input: z.strictObject({ grant: id() }),
  run: async (asking, { grant: of }) => {
    const { tx, network, actor } = asking;
    const row = await knownGrant(asking, of, false);
    const fund = await tx.selectFrom('funding.fund').select(['id', 'names']).where('network_id', '=', network).where('id', '=', row.fund_id).executeTakeFirstOrThrow();
    const tranches = await tx.selectFrom('funding.tranche').selectAll().where('network_id', '=', network).where('grant_id', '=', of).orderBy('position').execute();
    const payee = await tx.selectFrom('funding.payee').select(['way', 'ending', 'set_at', 'set_by']).where('network_id', '=', network).where('grant_id', '=', of).executeTakeFirst();
    const repayments = await tx.selectFrom('funding.repayment').selectAll().where('network_id', '=', network).where('grant_id', '=', of).orderBy('position').execute();
    const [application] = row.application_id ? await applicationsToFund(tx, network, { ids: [row.application_id] }) : [];
    const [body] = row.organization_id ? await organizationsByIds(tx, [row.organization_id]) : [];
    const names = await accountNames(tx, [row.asked_by, row.approved_by, row.specifications_by, row.certified_by, row.ended_by, ...tranches.flatMap((each) => [each.evidence_by, each.released_by])].filter((each) => each !== null));
    const by = (account: string | null) => (account ? (names.get(account) ?? null) : null);
    const today = await dayHere(asking);
    const meeting = row.meeting_id ? await heldMeeting(asking, row.meeting_id, row) : undefined;
    return {
      id: row.id, reference: referenceOf(row.id), kind: row.kind, state: row.state, purpose: row.purpose, currency: row.currency, amount: row.amount, paid: row.paid, fund,
      receipt: application?.receipt ?? null, application: row.application_id, body: body?.names ?? null,
      askedBy: by(row.asked_by), askedAt: row.asked_at, approvedBy: by(row.approved_by), approvedAt: row.approved_at, meeting: meeting ? { id: meeting.id, committee: meeting.committee, heldOn: meeting.heldOn } : null,
      specificationsOn: row.specifications_on, specificationsPaper: row.specifications_paper, certificate: row.certificate_number, certifiedBy: by(row.certified_by), certifiedAt: row.certified_at,
      endedBy: by(row.ended_by), endedReason: row.ended_reason, payee: payee ? { way: payee.way, ending: payee.ending, at: payee.set_at } : null,
      tranches: tranches.map((each) => ({
        id: each.id, position: each.position, amount: Number(each.amount_minor), milestone: each.milestone, state: each.state, proof: each.evidence_paper, broughtBy: by(each.evidence_by),
        broughtByMe: each.evidence_by === actor.account, releasedBy: by(each.released_by), paidOn: each.paid_on,
      })),
      repayments: repayments.map((each) => ({ position: each.position, dueOn: each.due_on, amount: Number(each.amount_minor), paidOn: each.paid_on, late: each.paid_on === null && String(each.due_on) < today })),
      mine: row.asked_by === actor.account || row.typed_by === actor.account, meetings: row.state === 'proposed' ? await heldMeetings(asking, row) : [],
    };
  },
});
