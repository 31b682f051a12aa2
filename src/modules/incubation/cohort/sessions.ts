import { z } from 'zod';
import { id } from '#core/input.ts';
import { sessionsByIds } from '#modules/training/public.ts';
import { action } from '../incubation.ts';
import { partnerMayWork } from '../path/worked-application.ts';
import { openCohortOf } from './change-cohort.ts';

/** Notes that a cohort takes part in a training session of the hub. */
export const addSession = action({
  name: 'add-session',
  says: 'Notes that a cohort takes part in a training session.',
  input: z.strictObject({ cohort: id(), session: id() }),
  refuses: ['cohort-over', 'agreement-over', 'session-there-already'],
  run: async (doing, { cohort, session }) => {
    const { tx, network, hub, now } = doing;
    const group = await openCohortOf(doing, cohort);
    if (!(await partnerMayWork(doing, group.partner_id))) doing.refuse('agreement-over');
    if (!(await sessionsByIds(tx, network, [session])).has(session)) doing.absent();
    const added = await tx.insertInto('incubation.cohort_session').values({ network_id: network, hub_id: hub, cohort_id: cohort, session_id: session, added_at: now })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(added.numInsertedOrUpdatedRows)) doing.refuse('session-there-already');
    await doing.record({ name: 'session-joined', subject: cohort, body: { session } });
    return { cohort };
  },
});
