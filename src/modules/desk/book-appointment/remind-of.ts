import type { Doing } from '#core/action.ts';
import { sendMessage } from '#modules/messages/public.ts';
import type { DeskTables } from '../desk.ts';

const HOUR = 3_600_000;

/** Wishes that she be reminded the day before, or at once when it is sooner; not when she would have no hour left to read it. */
export async function remindOf(
  doing: Doing<DeskTables>, { appointment, person, startsAt, date, hour }: { appointment: string; person: string; startsAt: Date; date: string; hour: string },
): Promise<void> {
  const until = new Date(startsAt.getTime() - HOUR);
  if (until <= doing.now) return;
  await sendMessage(doing, {
    person, template: 'appointment', params: { date, time: hour }, at: new Date(startsAt.getTime() - 24 * HOUR), until, basis: 'appointment', basisId: appointment,
  });
}
