import type { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, maybe, text } from '#core/input.ts';
import { sendMessage } from '#modules/messages/public.ts';
import type { DeskTables } from '../desk.ts';
import { daysLater, type DeclineReason, declineReasons } from '../referral/referral-state.ts';
import { noteSlipStep } from '../slip/note-slip-step.ts';
import { recordUnmet } from '../unmet-need/record-unmet.ts';
import type { UnmetCause } from '../unmet-need/unmet-cause.ts';

/** What a body answers: yes, or no with its reason and, if it wants, a few words for the sender. */
export const answerFields = {
  answer: choice(['accepted', 'declined']),
  reason: maybe(choice(declineReasons)),
  words: maybe(text(500)),
};

type Answer = z.output<z.ZodObject<typeof answerFields>>;

/** A no needs its reason: it feeds the register of unmet needs. */
export const hasReason = ({ answer, reason }: Pick<Answer, 'answer' | 'reason'>): boolean => answer === 'accepted' || reason !== undefined;
export const reasonMissing = { message: 'required', path: ['reason'] };

const causeOf: Readonly<Record<DeclineReason, UnmetCause>> = {
  full: 'full', 'not-eligible': 'not-eligible', 'too-far': 'too-far', 'client-declined': 'declined-by-client',
  'no-longer-offered': 'declined-by-provider', other: 'declined-by-provider',
};

/** For how long an answer is news to her. */
const newsDays = 14;

/**
 * Writes the answer of a body on a referral that still waits for one; false when it was answered or taken back before, also a
 * moment ago. A no brings the referral back into the sender's list and counts as an unmet need.
 */
export async function takeAnswer(
  doing: Doing<DeskTables>, referral: string, { answer, reason, words }: Answer, via: 'account' | 'link' | 'desk',
): Promise<boolean> {
  const { tx, network, now, actor, vault } = doing;
  const row = await tx.selectFrom('desk.referral').selectAll()
    .where('network_id', '=', network).where('id', '=', referral).where('state', '=', 'sent').forUpdate().executeTakeFirst();
  if (!row) return false;
  const declined = answer === 'declined';
  const place = { person: row.spoken_to_id, table: 'desk.referral', column: 'decline_words', row: row.id };
  await tx.updateTable('desk.referral').set({
    state: answer, answered_at: now, answered_via: via, answered_by: actor.account,
    decline_reason: declined ? (reason ?? 'other') : null,
    decline_words: words ? await vault.seal(place, words) : null,
  }).where('network_id', '=', network).where('id', '=', referral).execute();
  await noteSlipStep(doing, row.ticket_id, answer);
  await doing.record({
    name: 'referral-answered', subject: referral, hub: row.hub_id, person: row.person_id, organization: row.client_organization_id,
    body: { ...row.about, answer, reason: declined ? (reason ?? 'other') : null, via, service: row.service_id, service_type: row.service_type },
  });
  // A desk that was told by phone tells her itself.
  if (row.person_id && via !== 'desk') {
    await sendMessage(doing, { hub: row.hub_id, person: row.person_id, template: 'answer-came', until: daysLater(now, newsDays), basis: 'referral', basisId: referral });
  }
  if (declined) {
    await recordUnmet(doing, {
      hub: row.hub_id, ticket: row.ticket_id, cause: causeOf[reason ?? 'other'], about: row.about, person: row.person_id,
      organization: row.client_organization_id, serviceType: row.service_type, service: row.service_id, referral,
    });
  }
  return true;
}
