import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../desk.ts';
import { daysBetween } from '../referral/referral-state.ts';
import { complaintPlace } from './complaint-place.ts';

/** Answers a complaint or suggestion, once. */
export const answerComplaint = action({
  name: 'answer-complaint',
  says: 'Answers a complaint or suggestion.',
  input: z.strictObject({ complaint: id(), words: text(4_000) }),
  refuses: ['complaint-answered'],
  run: async (doing, { complaint, words }) => {
    const { tx, network, hub, now, actor, vault } = doing;
    const row = await tx.selectFrom('desk.complaint').select(['id', 'kind', 'key_owner_id', 'received_at', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', complaint).forUpdate().executeTakeFirst();
    if (!row) return doing.absent();
    if (row.state === 'answered') doing.refuse('complaint-answered');
    await tx.updateTable('desk.complaint')
      .set({ state: 'answered', answer: await vault.seal(complaintPlace(row, 'answer'), words), answered_at: now, answered_by: actor.account })
      .where('network_id', '=', network).where('id', '=', complaint).execute();
    await doing.record({ name: 'complaint-answered', subject: complaint, body: { kind: row.kind, days: daysBetween(row.received_at, now) } });
    return { complaint };
  },
});
