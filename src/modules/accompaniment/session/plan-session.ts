import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, clockTime, id, isoDate } from '#core/input.ts';
import { momentOf } from '#core/time/wall-clock.ts';
import { remindOfMeeting } from '#modules/messages/public.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf, timeZoneOf, workedCase } from '../case/worked-case.ts';
import { sessionPlaces } from '../codes.ts';

/**
 * Plans when and where worker and client meet, by the clock of the hub. A session that was already is planned with its own day too.
 * She is reminded the day before where she may be written to; who accompanies her sees neither number nor answer of the gate.
 */
export const planSession = action({
  name: 'plan-session',
  says: 'Plans a session with somebody who is accompanied.',
  input: z.strictObject({ case: id(), on: isoDate(), at: clockTime(), place: choice(sessionPlaces) }),
  refuses: ['case-over'],
  run: async (doing, { case: file, on, at, place }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const session = newId(now.getTime());
    const plannedAt = momentOf(await timeZoneOf(doing), { date: on, time: at });
    await tx.insertInto('accompaniment.session').values({
      network_id: network, id: session, hub_id: hub, case_id: file, account_id: actor.account, place,
      planned_at: plannedAt, state: 'planned', act: null, minutes: null, ended_at: null, added_at: now,
    }).execute();
    await noteNextDue(doing, file);
    if (row.person_id) await remindOfMeeting(doing, { basis: 'session', id: session, person: row.person_id, startsAt: plannedAt, date: on, hour: at });
    await doing.record({ name: 'session-planned', subject: file, ...clientOf(row), body: { place } });
    return { session, case: file };
  },
});
