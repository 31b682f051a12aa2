import type { Doing } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import { noLongerShared } from '../referral/no-longer-shared.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';
import { linkHash } from '../referral/referral-link.ts';

/**
 * Uses a link up: exactly one of two answers at the same moment passes. Gives the referral, its hub and how long the link
 * would have lived. Says why not: used, ended (also with the agreement behind it), expired, or unknown, which is the same as
 * absent.
 */
export async function useLink(
  { tx, network, now, refuse, absent }: Doing<DeskTables>, token: string, kind: 'answer' | 'outcome',
): Promise<{ referral: string; hub: string; expires: Date }> {
  const hash = linkHash(token);
  const used = await tx.updateTable('desk.referral_link').set({ used_at: now })
    .where('network_id', '=', network).where('hash', '=', hash).where('kind', '=', kind)
    .where('used_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '>', now)
    .returning(['referral_id', 'hub_id', 'expires_at'])
    .executeTakeFirst();
  if (used) {
    const sent = await tx.selectFrom('desk.referral').select(['hub_id', 'organization_id', 'agreement_id', 'shut_at', 'until_at'])
      .where('network_id', '=', network).where('id', '=', used.referral_id).executeTakeFirstOrThrow();
    if (noLongerShared(sent, now) || !(await openedByAgreement(tx, sent, now))) return refuse('link-ended');
    return { referral: used.referral_id, hub: used.hub_id, expires: used.expires_at };
  }
  const known = await tx.selectFrom('desk.referral_link').select(['used_at', 'revoked_at', 'kind'])
    .where('network_id', '=', network).where('hash', '=', hash).executeTakeFirst();
  if (!known || known.kind !== kind) return absent();
  if (known.used_at) return refuse('link-used');
  return refuse(known.revoked_at ? 'link-ended' : 'link-expired');
}

/** Every reason for which a link no longer answers. */
export const linkRefusals = ['link-used', 'link-expired', 'link-ended'] as const;
