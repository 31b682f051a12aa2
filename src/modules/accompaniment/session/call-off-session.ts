import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { takeReminderBack } from '#modules/messages/public.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf } from '../case/worked-case.ts';
import { workedSession } from './session-of.ts';

/** Says that she did not come, or that the session was called off. Neither is held against her: no reason is asked. */
export const callOffSession = action({
  name: 'call-off-session',
  says: 'Says that a session did not take place.',
  input: z.strictObject({ session: id(), state: choice(['missed', 'cancelled']) }),
  refuses: ['case-over', 'session-over'],
  run: async (doing, { session, state }) => {
    const { tx, network, now } = doing;
    const { row, file } = await workedSession(doing, session);
    if (row.state !== 'planned') doing.refuse('session-over');
    await tx.updateTable('accompaniment.session').set({ state, ended_at: now }).where('network_id', '=', network).where('id', '=', session).execute();
    await noteNextDue(doing, file.id);
    if (file.person_id) await takeReminderBack(doing, { basis: 'session', id: session, startsAt: row.planned_at });
    await doing.record({ name: 'session-called-off', subject: file.id, ...clientOf(file), body: { state } });
    return { session, case: file.id };
  },
});
