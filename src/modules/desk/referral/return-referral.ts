import type { Doing } from '#core/action.ts';
import { closeContactGrant } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';
import { endLinks } from './referral-link.ts';

/** Why a referral comes back before its end. */
export const returnReasons = ['mistake', 'client-withdrew', 'another-choice', 'consent-withdrawn', 'consent-expired'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Takes a referral back: the body can no longer open it, by link or account. False when it was over before. */
export async function returnReferral(doing: Doing<DeskTables>, id: string, reason: ReturnReason): Promise<boolean> {
  if (!(await bringBack(doing, { hub: doing.hub, id }, reason))) return false;
  await closeContactGrant(doing, { basis: 'referral', basisId: id });
  return true;
}

/** The same without its contact grant, for a job, which reaches no contact. False when it was over before. */
export async function bringBack(
  doing: Omit<Doing<DeskTables>, 'hub'>, { hub, id }: { hub: string; id: string }, reason: ReturnReason,
): Promise<boolean> {
  const { tx, network, now } = doing;
  const back = await tx.updateTable('desk.referral').set({ state: 'returned', closed_at: now })
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', id).where('state', 'in', ['sent', 'accepted', 'declined'])
    .returning(['about', 'person_id', 'client_organization_id'])
    .executeTakeFirst();
  if (!back) return false;
  await endLinks(doing, id, now);
  await doing.record({
    name: 'referral-returned', subject: id, hub, person: back.person_id, organization: back.client_organization_id,
    body: { ...back.about, reason },
  });
  return true;
}
