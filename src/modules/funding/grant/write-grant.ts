import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { GrantKind, Milestone } from '../codes.ts';
import type { FundingTables } from '../funding.ts';

interface NewGrant {
  readonly fund: string;
  readonly envelope: string | null;
  readonly currency: string;
  readonly kind: GrantKind;
  readonly application: string | null;
  readonly organization: string | null;
  readonly purpose: string;
  readonly tranches: readonly { readonly amount: number; readonly milestone: Milestone }[];
}

/** Writes a proposed grant with its tranches; its amount is their sum. */
export async function writeGrant({ tx, network, hub, now, actor, record }: Doing<FundingTables>, grant: NewGrant): Promise<string> {
  const id = newId(now.getTime());
  const amount_minor = grant.tranches.reduce((sum, { amount }) => sum + amount, 0);
  await tx.insertInto('funding.grant').values({
    network_id: network, id, hub_id: hub, fund_id: grant.fund, envelope_id: grant.envelope, currency: grant.currency, kind: grant.kind, application_id: grant.application,
    organization_id: grant.organization, purpose: grant.purpose, amount_minor, state_at: now, asked_by: actor.account!, asked_at: now,
  }).execute();
  await tx.insertInto('funding.tranche').values(grant.tranches.map(({ amount, milestone }, at) => ({
    network_id: network, id: newId(now.getTime()), hub_id: hub, grant_id: id, position: at + 1, amount_minor: amount, milestone,
  }))).execute();
  await record({ name: 'grant-proposed', subject: id, organization: grant.organization, body: { amount_minor, currency: grant.currency, kind: grant.kind, fund: grant.fund } });
  return id;
}
