import { clockIn, dayLater, momentOf, weekdayOf } from '#core/time/wall-clock.ts';
import { type ContactQuestion, mayContact } from './may-contact.ts';

const FARTHEST_DAYS = 14;

/**
 * The first moment, not before the one asked about, at which the gate lets this through; null when that is not within two
 * weeks or when no waiting helps.
 */
export function nextSafeMoment(question: ContactQuestion): Date | null {
  const verdict = mayContact(question);
  if (verdict.allow) return question.at;
  if (verdict.reason !== 'outside-hours') return null;
  const { contact, at, place } = question;
  const today = clockIn(place.timeZone, at).date;
  for (let days = 0; days <= FARTHEST_DAYS; days++) {
    const date = dayLater(today, days);
    const spans = contact.hours.length > 0 ? contact.hours.filter(({ weekday }) => weekday === weekdayOf(date)) : place.openOn(date);
    const moments = spans.map(({ opens }) => momentOf(place.timeZone, { date, time: opens })).sort((a, b) => a.getTime() - b.getTime());
    // An hour that the clock leaps over may fall outside its stretch; the gate has the last word.
    const first = moments.find((moment) => moment >= at && mayContact({ ...question, at: moment }).allow);
    if (first) return first;
  }
  return null;
}
