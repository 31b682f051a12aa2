import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { maybe } from '#core/input.ts';
import { agreementInForce } from '#modules/network/public.ts';
import { action, type DeskTables } from '../desk.ts';
import type { ReferralTable } from '../referral-tables.ts';
import { nextBestService } from '../referral/next-best-service.ts';
import { endLinks, endOfDay, issueLink } from '../referral/referral-link.ts';
import { daysBetween, daysLater, managerDays } from '../referral/referral-state.ts';

/**
 * The clock of the loop, once a day: after 14 days without an answer the sender is reminded and a fresh link replaces the old
 * one; after 21 the manager sees it, with another service proposed (domain.md 1.13). Each step happens once per referral.
 * Where the agreement that opens the body is no longer in force, its links end. `at` is the moment to judge by; without it, now.
 */
export const remindReferrals = action({
  name: 'remind-referrals',
  says: 'Reminds of referrals that nobody answered.',
  input: z.strictObject({ at: maybe(z.iso.datetime()) }),
  run: async (doing, input) => {
    const at = input.at ? new Date(input.at) : doing.now;
    await endLinksWithoutAgreement(doing, at);
    const late = await waiting(doing).where('due_at', '<=', at).where('reminded_at', 'is', null).execute();
    for (const row of late) await remind(doing, row, at);
    const silent = await waiting(doing).where('sent_at', '<=', daysLater(at, -managerDays)).where('escalated_at', 'is', null).execute();
    for (const row of silent) await escalate(doing, row, at);
    await doing.record({ name: 'referrals-looked-through', subject: doing.network, body: { reminded: late.length, escalated: silent.length } });
    return { reminded: late.length, escalated: silent.length };
  },
});

const waiting = ({ tx, network }: Doing<DeskTables>) =>
  tx.selectFrom('desk.referral').selectAll().where('network_id', '=', network).where('state', '=', 'sent')
    .orderBy('sent_at').limit(5_000).forUpdate().skipLocked();

/** What an agreement opens closes with it (rule 11); a visitor's link cannot look at the agreement itself. */
async function endLinksWithoutAgreement(doing: Doing<DeskTables>, at: Date): Promise<void> {
  const { tx, network } = doing;
  const open = await tx.selectFrom('desk.referral').select(['id', 'organization_id']).where('network_id', '=', network)
    .where('state', 'in', ['sent', 'accepted']).where('agreement_id', 'is not', null).execute();
  for (const organization of new Set(open.map((row) => row.organization_id))) {
    if (await agreementInForce(tx, { opens: 'delegated-service', organization, at })) continue;
    for (const row of open.filter(({ organization_id }) => organization_id === organization)) await endLinks(doing, row.id, at);
  }
}

async function remind(doing: Doing<DeskTables>, row: ReferralTable, at: Date): Promise<void> {
  const { tx, network } = doing;
  const agreement = row.agreement_id
    ? ((await agreementInForce(tx, { opens: 'delegated-service', organization: row.organization_id, at })) ?? 'ended')
    : null;
  await tx.updateTable('desk.referral').set({ reminded_at: at }).where('network_id', '=', network).where('id', '=', row.id).execute();
  if (agreement === 'ended') await endLinks(doing, row.id, at);
  else await issueLink(doing, { referral: row, kind: 'answer', at, notAfter: agreement && endOfDay(agreement.until) });
  await doing.record({
    name: 'referral-reminded', subject: row.id, hub: row.hub_id, person: row.person_id, organization: row.client_organization_id,
    body: { days: daysBetween(row.sent_at, at), new_link: agreement !== 'ended' },
  });
}

async function escalate(doing: Doing<DeskTables>, row: ReferralTable, at: Date): Promise<void> {
  const next = await nextBestService(doing, { ticket: row.ticket_id, type: row.service_type, besides: row.service_id });
  await doing.tx.updateTable('desk.referral').set({ escalated_at: at, next_service_id: next })
    .where('network_id', '=', doing.network).where('id', '=', row.id).execute();
  await doing.record({
    name: 'referral-escalated', subject: row.id, hub: row.hub_id, person: row.person_id, organization: row.client_organization_id,
    body: { days: daysBetween(row.sent_at, at), next_service: next },
  });
}
