import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, clockTime, id, isoDate, maybe, wholeNumber } from '#core/input.ts';
import { accountsAt, hubCard } from '#modules/network/public.ts';
import { remindOfMeeting } from '#modules/messages/public.ts';
import { clientInput, isOneClient, oneClient } from '../begin-visit/client-input.ts';
import { knownClient } from '../begin-visit/known-client.ts';
import { deskRoles } from '../access.ts';
import { action } from '../desk.ts';
import { momentAt } from '../ticket/day-of.ts';
import { reasons } from '../ticket/reason.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';

/** Keeps a time for somebody with one officer. Two times of the same officer never overlap, also from two tabs at once. */
export const bookAppointment = action({
  name: 'book-appointment',
  says: 'Keeps a time for somebody with an officer.',
  input: z.strictObject({
    ...clientInput, date: isoDate(), hour: clockTime(), minutes: wholeNumber(5, 240), reason: choice(reasons),
    via: choice(['desk', 'phone']), officer: maybe(id()),
  }).refine(isOneClient, oneClient),
  refuses: ['slot-taken', 'time-has-passed'],
  run: async (doing, { date, hour, minutes, reason, via, officer, ...given }) => {
    const { tx, network, hub, now, actor } = doing;
    const client = await knownClient(doing, given);
    if (officer && !(await accountsAt(tx, hub, deskRoles)).some(({ account }) => account === officer)) doing.absent();
    const { timeZone } = (await hubCard(tx, hub)) ?? doing.absent();
    const starts_at = await momentAt(tx, date, hour, timeZone);
    if (starts_at <= now) doing.refuse('time-has-passed', {}, 'hour');
    const appointment = newId(now.getTime());
    const kept = await tx.insertInto('desk.appointment').values({
      network_id: network, id: appointment, hub_id: hub, ...client, starts_at,
      ends_at: new Date(starts_at.getTime() + minutes * 60_000), via, reason, state: 'booked',
      with_account_id: officer ?? actor.account!, booked_by: actor.account!, booked_at: now,
    }).onConflict((row) => row.doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) doing.refuse('slot-taken', {}, 'hour');
    await doing.record({
      name: 'appointment-booked', subject: appointment, person: client.person_id, organization: client.organization_id,
      body: { ...(await clientSnapshot(tx, client, now)), via, reason },
    });
    if (client.person_id) await remindOfMeeting(doing, { basis: 'appointment', id: appointment, person: client.person_id, startsAt: starts_at, date, hour });
    return { appointment, date };
  },
});
