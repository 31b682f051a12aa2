import { z } from 'zod';
import { choice, id, text } from '#core/input.ts';
import { action } from '../../incubation.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';

/** Answers an appeal with other eyes than those that decided. Upheld, she stands on the waiting list at the place of her score. */
export const answerAppeal = action({
  name: 'answer-appeal',
  says: 'Answers an appeal against a result.',
  input: z.strictObject({ appeal: id(), outcome: choice(['upheld', 'declined']), words: text(500) }),
  refuses: ['decided-herself', 'appeal-answered', 'own-link'],
  run: async (doing, { appeal, outcome, words }) => {
    const { tx, network, hub, now, actor, refuse, absent } = doing;
    const found = (await tx.selectFrom('incubation.appeal').select(['call_id', 'application_id', 'outcome']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', appeal).executeTakeFirst()) ?? absent();
    if (found.outcome) refuse('appeal-answered');
    const decided = (await approvedDecision(doing, found.call_id)) ?? absent();
    if (actor.account === decided.asked_by || actor.account === decided.decided_by) refuse('decided-herself');
    const link = await tx.selectFrom('incubation.conflict').select('kind').where('network_id', '=', network).where('application_id', '=', found.application_id).where('account_id', '=', actor.account).executeTakeFirst();
    if (link) refuse('own-link');
    const answered = await tx.updateTable('incubation.appeal').set({ outcome, words, answered_by: actor.account ?? absent(), answered_at: now })
      .where('network_id', '=', network).where('id', '=', appeal).where('outcome', 'is', null).executeTakeFirst();
    if (answered.numUpdatedRows === 0n) refuse('appeal-answered');
    const application = await tx.selectFrom('incubation.application').select(['person_id', 'receipt', 'state']).where('network_id', '=', network).where('id', '=', found.application_id).forUpdate().executeTakeFirstOrThrow();
    if (outcome === 'upheld' && application.state === 'rejected') {
      await tx.updateTable('incubation.application').set({ state: 'waitlisted', state_at: now, reason: 'appeal' }).where('network_id', '=', network).where('id', '=', found.application_id).execute();
      await tx.updateTable('incubation.result').set({ outcome: 'waitlisted', why: 'appeal', at: now }).where('network_id', '=', network).where('call_id', '=', found.call_id).where('receipt', '=', application.receipt).execute();
    }
    await doing.record({ name: 'appeal-answered', subject: found.application_id, person: application.person_id, body: { outcome } });
    return { call: found.call_id };
  },
});
