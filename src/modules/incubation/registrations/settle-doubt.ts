import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { ownApplication } from '../application/own-application.ts';
import { action } from '../incubation.ts';
import { takeAllBack } from '../papers/take-all-back.ts';

const mayStrikeOut: readonly string[] = ['applied', 'pre_evaluated', 'ineligible', 'waitlisted'];

/**
 * Says of two applications whether one person stands behind both. If so the later one is struck out and she is counted once; the two files
 * of the register stay as they are until somebody proposes to join them.
 */
export const settleDoubt = action({
  name: 'settle-doubt',
  says: 'Says whether one person stands behind two applications; the later one is then struck out.',
  input: z.strictObject({ application: id(), verdict: choice(['same', 'apart']) }),
  refuses: ['doubt-settled', 'judged-already'],
  run: async (doing, { application: wanted, verdict }) => {
    const { tx, network, now, actor, refuse } = doing;
    const application = await ownApplication(doing, wanted, { lock: true });
    const { numUpdatedRows: settled } = await tx.updateTable('incubation.perhaps_twice').set({ state: verdict, settled_by: actor.account, settled_at: now })
      .where('network_id', '=', network).where('application_id', '=', application.id).where('state', '=', 'open').executeTakeFirstOrThrow();
    if (settled !== 1n) refuse('doubt-settled');
    const body = { call: application.call_id };
    await doing.record({ name: 'doubt-settled', subject: application.id, body: { ...body, verdict } });
    if (verdict === 'same') {
      if (!mayStrikeOut.includes(application.state)) refuse('judged-already');
      await tx.updateTable('incubation.application').set({ state: 'withdrawn', state_at: now, reason: 'registered_twice' }).where('network_id', '=', network).where('id', '=', application.id).execute();
      await tx.updateTable('incubation.applicant').set({ left_at: now }).where('network_id', '=', network).where('application_id', '=', application.id).where('left_at', 'is', null).execute();
      await takeAllBack(doing, application.id);
      await doing.record({ name: 'application-struck-out', subject: application.id, person: application.person_id, body });
    }
    return { application: application.id, verdict };
  },
});
