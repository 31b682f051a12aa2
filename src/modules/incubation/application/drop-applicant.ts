import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../incubation.ts';
import { draftedApplication } from './own-application.ts';

/** Takes a member out of an application that is still a draft; whoever leads it stays. */
export const dropApplicant = action({
  name: 'drop-applicant',
  says: 'Takes somebody out of those who apply together.',
  input: z.strictObject({ application: id(), person: id() }),
  refuses: ['application-handed-in', 'call-not-open', 'leader-stays'],
  run: async (doing, { application: wanted, person }) => {
    const { tx, network, now } = doing;
    const application = await draftedApplication(doing, wanted);
    if (application.person_id === person) doing.refuse('leader-stays');
    const left = await tx.updateTable('incubation.applicant').set({ left_at: now }).where('network_id', '=', network)
      .where('application_id', '=', application.id).where('person_id', '=', person).where('left_at', 'is', null).executeTakeFirst();
    if (left.numUpdatedRows === 0n) doing.absent();
    await doing.record({ name: 'applicant-left', subject: application.id, person, body: { call: application.call_id } });
    return { application: application.id };
  },
});
