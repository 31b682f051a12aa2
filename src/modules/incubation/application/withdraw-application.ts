import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { type ApplicationState, withdrawReasons } from '../codes.ts';
import { action } from '../incubation.ts';
import { takeAllBack } from '../papers/take-all-back.ts';
import { ownApplication } from './own-application.ts';

/** Where an application may still be taken back; later a place in a cohort is left. */
const mayWithdraw: readonly ApplicationState[] = ['draft', 'applied', 'pre_evaluated', 'ineligible', 'selected', 'waitlisted'];

/** Takes an application back. Everybody behind it is free again: in an open call each may apply once more. The files of its papers are destroyed: what they were for is over. */
export const withdrawApplication = action({
  name: 'withdraw-application',
  says: 'Takes an application back, with a reason.',
  input: z.strictObject({ application: id(), reason: choice(withdrawReasons) }),
  refuses: ['withdrawn-too-late'],
  run: async (doing, { application: wanted, reason }) => {
    const { tx, network, now } = doing;
    const application = await ownApplication(doing, wanted, { lock: true });
    if (!mayWithdraw.includes(application.state)) doing.refuse('withdrawn-too-late');
    await tx.updateTable('incubation.application').set({ state: 'withdrawn', state_at: now, reason }).where('network_id', '=', network).where('id', '=', application.id).execute();
    await tx.updateTable('incubation.applicant').set({ left_at: now }).where('network_id', '=', network).where('application_id', '=', application.id).where('left_at', 'is', null).execute();
    await takeAllBack(doing, application.id);
    await doing.record({
      name: 'application-withdrawn', subject: application.id, person: application.person_id, organization: application.organization_id,
      body: { call: application.call_id, from: application.state, reason },
    });
    if (application.state === 'selected') await doing.later('incubation.promote-next', { application: application.id });
    return { application: application.id };
  },
});
