import { z } from 'zod';
import { choice, id, wholeNumber } from '#core/input.ts';
import { takeReminderBack } from '#modules/messages/public.ts';
import { action } from '../accompaniment.ts';
import { keepAct } from '../act/keep-act.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf } from '../case/worked-case.ts';
import { actKinds } from '../codes.ts';
import { workedSession } from './session-of.ts';

/** Says that a session took place, what kind of act it was and how long it took; its minutes count as an act. */
export const holdSession = action({
  name: 'hold-session',
  says: 'Says that a session took place and how long it was.',
  input: z.strictObject({ session: id(), act: choice(actKinds), minutes: wholeNumber(1, 600) }),
  refuses: ['case-over', 'session-over'],
  run: async (doing, { session, act, minutes }) => {
    const { tx, network, now } = doing;
    const { row, file } = await workedSession(doing, session);
    if (row.state !== 'planned') doing.refuse('session-over');
    await tx.updateTable('accompaniment.session').set({ state: 'held', act, minutes, ended_at: now })
      .where('network_id', '=', network).where('id', '=', session).execute();
    await noteNextDue(doing, file.id);
    if (file.person_id) await takeReminderBack(doing, { basis: 'session', id: session, startsAt: row.planned_at });
    await doing.record({ name: 'session-held', subject: file.id, ...clientOf(file), body: { place: row.place, minutes } });
    await keepAct(doing, file, { act, minutes, session });
    return { session, case: file.id };
  },
});
