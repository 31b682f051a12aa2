import type { Doing } from '#core/action.ts';
import { recallMessages, sendMessage } from './send-message.ts';

const HOUR = 3_600_000;

/** Where and when somebody is awaited, by the clock of the hub, and what the reminder is taken back with: its `basis`. */
export interface Meeting {
  readonly basis: 'appointment' | 'session';
  readonly id: string;
  readonly person: string;
  readonly startsAt: Date;
  readonly date: string;
  readonly hour: string;
}

/** Wishes that she be reminded the day before, or at once when it is sooner; not when she would have no hour left to read it. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function remindOfMeeting(doing: Doing<any>, { basis, id, person, startsAt, date, hour }: Meeting): Promise<void> {
  const until = new Date(startsAt.getTime() - HOUR);
  if (until <= doing.now) return;
  await sendMessage(doing, {
    person, template: 'appointment', params: { date, time: hour }, at: new Date(startsAt.getTime() - 24 * HOUR), until, basis, basisId: id,
  });
}

/** Takes the reminder of a meeting back that will not be or is over; once its hour has come nothing of it waits any more. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function takeReminderBack(doing: Doing<any>, { basis, id, startsAt }: Pick<Meeting, 'basis' | 'id' | 'startsAt'>): Promise<void> {
  if (startsAt > doing.now) await recallMessages(doing, basis, id);
}
