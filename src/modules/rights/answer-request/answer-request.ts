import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { refusalReasons } from '../codes.ts';
import { requestPlace } from '../request/request-place.ts';
import { action } from '../rights.ts';

/**
 * Answers a request to see or to correct: done, refused with the reason the law gives, or taken back by her. An erasure is decided by
 * somebody else (`decide-erasure`). What is kept of her is closed again at once unless it was done.
 */
export const answerRequest = action({
  name: 'answer-request',
  says: 'Answers what a person asked.',
  input: z.strictObject({ request: id(), answer: choice(['done', 'refused', 'withdrawn']), reason: maybe(choice(refusalReasons)), words: maybe(text(1_000)) }),
  refuses: ['say-why', 'answered-already'],
  run: async ({ tx, network, hub, now, actor, vault, record, refuse, absent }, { request, answer, reason, words }) => {
    const row = (await tx.selectFrom('rights.request').select(['id', 'kind', 'state', 'person_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', request).executeTakeFirst()) ?? absent();
    if (row.kind === 'erase' && answer !== 'withdrawn') absent();
    if (answer === 'refused' && !reason) refuse('say-why', {}, 'reason');
    const { numUpdatedRows } = await tx.updateTable('rights.request').set({
      state: answer, reason: answer === 'refused' ? reason! : null, answered_at: now, answered_by: actor.account,
      answer: words ? await vault.seal(requestPlace(row, 'answer'), words) : null,
    }).where('network_id', '=', network).where('id', '=', request).where('state', '=', 'open').executeTakeFirst();
    if (numUpdatedRows === 0n) refuse('answered-already');
    if (row.kind === 'access' && answer !== 'done') {
      await tx.updateTable('rights.subject').set({ until_at: now }).where('network_id', '=', network).where('request_id', '=', request).where('until_at', '>', now).execute();
    }
    await record({ name: 'request-answered', subject: request, person: row.person_id, body: { kind: row.kind, answer, reason: reason ?? null } });
    return { person: row.person_id };
  },
});
