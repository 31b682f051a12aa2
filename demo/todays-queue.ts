import { bookAppointment } from '#modules/desk/book-appointment/book-appointment.ts';
import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import type { DemoHub } from './content/hubs.ts';
import { chanceFrom } from './seeded.ts';
import { asks, colleagueAt, dayAgo, does, type Load, minutesAfter } from './load.ts';

/** The counter as it stands at the moment of loading: numbers waiting, one just called, times kept for tomorrow. */
export async function todaysQueue(load: Load, hub: DemoHub): Promise<void> {
  const chance = chanceFrom(`today ${hub.key}`);
  const officer = (minutesAgo: number) => colleagueAt(load, `desk.${hub.key}`, earlierToday(load, minutesAgo));
  const waits = [31, 22, 14, 9, 3].slice(0, load.small ? 4 : chance.between(3, 5));
  const tickets: string[] = [];
  for (const minutes of waits) {
    tickets.push((await does(load, officer(minutes), openTicket, { via: 'walk-in', reason: chance.pick(['project', 'money', 'training', 'market', 'social']) })).ticket);
  }
  await does(load, officer(2), callTicket, { ticket: tickets[0]!, counter: 1 });
  await keepTimes(load, hub);
}

/** Never on the day before: at one in the morning the queue is a few minutes old. Tunisia and Morocco are at most an hour from UTC. */
function earlierToday({ now }: Load, minutes: number): Date {
  const hourOfHub = minutesAfter(now, 60);
  const sinceMidnight = hourOfHub.getUTCHours() * 60 + hourOfHub.getUTCMinutes();
  return minutesAfter(now, -Math.min(minutes, sinceMidnight));
}

async function keepTimes(load: Load, hub: DemoHub): Promise<void> {
  const officer = colleagueAt(load, `desk.${hub.key}`, load.now);
  const { people } = await asks(load, officer, peopleSearch, {});
  const hours = ['09:00', '09:40', '10:20'];
  for (const [turn, { id }] of people.slice(0, hours.length).entries()) {
    // Who keeps a time is asked whether she may be reminded of it.
    await does(load, officer, recordConsent, { person: id, purpose: 'contact', answer: turn === 2 ? 'refused' : 'given', channel: 'written', language: 'ar' });
    await does(load, officer, bookAppointment, { person: id, date: dayAgo(load, -1), hour: hours[turn], minutes: 30, reason: 'project', via: turn === 0 ? 'phone' : 'desk' });
  }
}
