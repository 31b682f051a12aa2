import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, isoDate, maybe } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { managedHub } from '../managed-hub.ts';
import { action, type NetworkTables } from '../network.ts';

interface Start {
  readonly hub: string;
  readonly organization: string;
  readonly since: string;
  readonly mandateUntil?: string | undefined;
}

/** Writes a membership and its event; refuses `already-member` and `mandate-before-start`. */
export async function startMembership({ tx, network, now, refuse, record }: Doing<NetworkTables>, { hub, organization, since, mandateUntil }: Start): Promise<string> {
  if (mandateUntil && mandateUntil < since) refuse('mandate-before-start', {}, 'mandate_until');
  const membership = newId(now.getTime());
  const begun = await tx
    .insertInto('network.membership')
    .values({ network_id: network, id: membership, hub_id: hub, organization_id: organization, since, mandate_until: mandateUntil ?? null, ended_on: null, ended_reason: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!begun) refuse('already-member');
  await tx.updateTable('network.organization').set({ left_on: null }).where('network_id', '=', network).where('id', '=', organization).execute();
  await record({ name: 'membership-begun', subject: membership, organization, hub, body: { organization } });
  return membership;
}

/** Makes a registered body a member of a hub or cluster. */
export const beginMembership = action({
  name: 'begin-membership',
  says: 'Makes an organization a member of the hub.',
  input: z.strictObject({ organization: id(), hub: maybe(id()), since: isoDate(), mandate_until: maybe(isoDate()) }),
  refuses: ['already-member', 'mandate-before-start'],
  run: async (doing, { organization, hub: wanted, since, mandate_until }) => {
    const { tx, network, absent } = doing;
    const known = await tx.selectFrom('network.organization').select('id').where('network_id', '=', network).where('id', '=', organization).executeTakeFirst();
    if (!known) absent();
    return { membership: await startMembership(doing, { hub: managedHub(doing, wanted), organization, since, mandateUntil: mandate_until }) };
  },
});

/** Ends a membership: the member's services leave the public directory, its history stays (domain.md 0.1). */
export const endMembership = action({
  name: 'end-membership',
  says: 'Ends an organization’s membership; its history stays.',
  input: z.strictObject({ membership: id(), on: isoDate(), reason: choice(['left', 'mandate-over', 'excluded', 'dissolved']) }),
  refuses: ['membership-already-ended', 'ends-before-start'],
  run: async (doing, { membership, on, reason }) => {
    const { tx, network, refuse, absent, record } = doing;
    const row = await tx
      .selectFrom('network.membership').select(['hub_id', 'organization_id', 'since', 'ended_on'])
      .where('network_id', '=', network).where('id', '=', membership).executeTakeFirst();
    if (!row) return absent();
    const hub = managedHub(doing, row.hub_id);
    if (on < row.since) refuse('ends-before-start', {}, 'on');
    const ended = await tx
      .updateTable('network.membership').set({ ended_on: on, ended_reason: reason })
      .where('network_id', '=', network).where('id', '=', membership).where('ended_on', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('membership-already-ended');
    await leaveDirectory(doing, row.organization_id, on);
    await record({ name: 'membership-ended', subject: membership, organization: row.organization_id, hub, body: { organization: row.organization_id, reason } });
    return { organization: row.organization_id };
  },
});

/** A body that is a member nowhere any more leaves the directory from that day. */
async function leaveDirectory({ tx, network }: Doing<NetworkTables>, organization: string, on: string): Promise<void> {
  await tx
    .updateTable('network.organization').set({ left_on: on, listed: false })
    .where('network_id', '=', network).where('id', '=', organization)
    .where((eb) => eb.not(eb.exists(
      eb.selectFrom('network.membership as live').select('live.id')
        .whereRef('live.network_id', '=', 'network.organization.network_id').whereRef('live.organization_id', '=', 'network.organization.id')
        .where('live.ended_on', 'is', null))))
    .execute();
}
