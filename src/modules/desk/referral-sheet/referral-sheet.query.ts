import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { linesOf } from '../answer-referral/linked-referral.query.ts';
import { type DeskTables, query } from '../desk.ts';
import type { ReferralTable } from '../referral-tables.ts';
import { nextBestService } from '../referral/next-best-service.ts';
import { tokenOf } from '../referral/referral-link.ts';
import { withNames } from '../referral-list/referrals-of-hub.ts';

/**
 * One referral of this hub: its state, what was disclosed, what the body answered, and the link that still answers, to hand
 * over or print again. Opening the disclosed values is noted.
 */
export const referralSheet = query({
  name: 'referral-sheet',
  says: 'Shows one referral with what was disclosed and its link.',
  purpose: 'referral',
  input: z.strictObject({ referral: id() }),
  run: async (asking, { referral }) => {
    const { tx, network, hub, vault } = asking;
    const kept = await tx.selectFrom('desk.referral').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', referral).executeTakeFirst();
    if (!kept) return asking.absent();
    const row = { ...kept, next_service_id: await nextToday(asking, kept) };
    const [named] = await withNames(asking, [row]);
    const place = { person: row.spoken_to_id, table: 'desk.referral', column: 'decline_words', row: row.id };
    return {
      ...named!, person: row.spoken_to_id, servedAt: row.served_at, closedAt: row.closed_at, answeredVia: row.answered_via,
      remindedAt: row.reminded_at, escalatedAt: row.escalated_at, nextService: row.next_service_id,
      words: row.decline_words ? await vault.open(place, row.decline_words) : null,
      shut: row.shut_at !== null || (row.until_at !== null && row.until_at <= asking.now) ? (row.shut_why ?? 'expired') : null, until: row.until_at,
      lines: await linesOf(asking, row.id),
      link: await liveLink(asking, row.id),
      assessed: await faceOf(asking, row.id),
    };
  },
});

/** What to propose instead, as the directory is today; nothing once the client was received or the loop is closed. */
const nextToday = async (asking: Asking<DeskTables>, row: ReferralTable): Promise<string | null> =>
  row.state === 'sent' || row.state === 'declined'
    ? nextBestService(asking, { ticket: row.ticket_id, type: row.service_type, besides: row.service_id })
    : null;

async function liveLink({ tx, network, now, blind }: Asking<DeskTables>, referral: string) {
  const link = await tx.selectFrom('desk.referral_link').select(['id', 'kind', 'expires_at'])
    .where('network_id', '=', network).where('referral_id', '=', referral).where('used_at', 'is', null).where('revoked_at', 'is', null)
    .where('expires_at', '>', now).orderBy('issued_at', 'desc').limit(1).executeTakeFirst();
  return link ? { token: tokenOf(blind, link.id), kind: link.kind, expiresAt: link.expires_at } : null;
}

async function faceOf({ tx, network }: Asking<DeskTables>, referral: string): Promise<number | null> {
  const said = await tx.selectFrom('desk.assessment').select('faces')
    .where('network_id', '=', network).where('referral_id', '=', referral).executeTakeFirst();
  return said?.faces ?? null;
}
