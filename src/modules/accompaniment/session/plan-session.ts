import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, clockTime, id, isoDate } from '#core/input.ts';
import { momentOf } from '#core/time/wall-clock.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf, timeZoneOf, workedCase } from '../case/worked-case.ts';
import { sessionPlaces } from '../codes.ts';

/** Plans when and where worker and client meet, by the clock of the hub. A session that was already is planned with its own day too. */
export const planSession = action({
  name: 'plan-session',
  says: 'Plans a session with somebody who is accompanied.',
  input: z.strictObject({ case: id(), on: isoDate(), at: clockTime(), place: choice(sessionPlaces) }),
  refuses: ['case-over'],
  run: async (doing, { case: file, on, at, place }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const session = newId(now.getTime());
    await tx.insertInto('accompaniment.session').values({
      network_id: network, id: session, hub_id: hub, case_id: file, account_id: actor.account, place,
      planned_at: momentOf(await timeZoneOf(doing), { date: on, time: at }), state: 'planned', act: null, minutes: null, ended_at: null, added_at: now,
    }).execute();
    await noteNextDue(doing, file);
    await doing.record({ name: 'session-planned', subject: file, ...clientOf(row), body: { place } });
    return { session, case: file };
  },
});
