import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { serviceCard } from '#modules/directory/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { type DeskTables, query } from '../desk.ts';
import { noLongerShared } from '../referral/no-longer-shared.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';
import type { DisclosedLine } from '../referral/disclosed-field.ts';
import { linkHash, tokenText } from '../referral/referral-link.ts';

/** Where a link stands; only an open one still shows anything of the client. */
export type LinkStanding = 'open' | 'used' | 'expired' | 'ended';

/**
 * What a body sees by its link: who sends, to which service, and the lines she agreed to, while the link is open. Opening it
 * any number of times uses nothing up; every opening is noted.
 */
export const linkedReferral = query({
  name: 'linked-referral',
  says: 'Shows a referral to the body that holds its link.',
  purpose: 'referral',
  input: z.strictObject({ token: tokenText() }),
  link: ({ token }) => linkHash(token),
  run: async (asking, { token }) => {
    const { tx, network, now } = asking;
    const link = await tx.selectFrom('desk.referral_link').selectAll()
      .where('network_id', '=', network).where('hash', '=', linkHash(token)).executeTakeFirst();
    if (!link) return asking.absent();
    const referral = await tx.selectFrom('desk.referral').selectAll()
      .where('network_id', '=', network).where('id', '=', link.referral_id).executeTakeFirst();
    if (!referral) return asking.absent();
    const standing: LinkStanding =
      link.used_at ? 'used' : link.revoked_at || noLongerShared(referral, now) || !(await openedByAgreement(tx, referral, now)) ? 'ended' : link.expires_at <= now ? 'expired' : 'open';
    const hub = await hubCard(tx, referral.hub_id);
    return {
      kind: link.kind, standing, state: referral.state, sentAt: referral.sent_at, answeredAt: referral.answered_at, declined: referral.decline_reason !== null, dueAt: referral.due_at, expiresAt: link.expires_at,
      hub: hub ? { names: hub.names } : null,
      service: (await serviceCard(asking, referral.service_id))?.names ?? null,
      lines: standing === 'open' ? await linesOf(asking, referral.id) : [],
    };
  },
});

/** The lines of a referral as they were previewed; empty when they may no longer be opened. */
export async function linesOf({ tx, network, vault }: Asking<DeskTables>, referral: string): Promise<readonly DisclosedLine[]> {
  const row = await tx.selectFrom('desk.disclosure').select(['id', 'hub_id', 'person_id', 'sealed'])
    .where('network_id', '=', network).where('referral_id', '=', referral).executeTakeFirst();
  if (!row) return [];
  const place = { person: row.person_id, hub: row.hub_id, table: 'desk.disclosure', column: 'sealed', row: row.id };
  return JSON.parse(await vault.open(place, row.sealed)) as DisclosedLine[];
}
