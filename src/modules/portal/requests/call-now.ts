import { mayContact, nextSafeMoment, type SafeContact } from '#modules/people/public.ts';
import type { partsOfDay } from '../leave-request/leave-request.input.ts';
import type { Letter } from '../leave-request/letter.ts';

/** What the parts of the day mean on the clock. */
const hoursOf: Readonly<Record<(typeof partsOfDay)[number], readonly [opens: string, closes: string]>> = {
  morning: ['08:00', '12:00'], midday: ['12:00', '14:00'], afternoon: ['14:00', '18:00'], evening: ['18:00', '21:00'],
};
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
/** Who ticked no part of the day may be called in any of them, never at night. */
const anyHour = Object.keys(hoursOf) as (keyof typeof hoursOf)[];

/**
 * May the writer of a letter be called back now, and if not, from when? The same gate as for everybody: she asked for this one
 * call, at these hours; nobody knows who else answers, so nothing is left on a voicemail. Null where she wished no call.
 */
export function callNow(letter: Letter, timeZone: string, now: Date): { allow: boolean; from: Date | null } | null {
  if (letter.way !== 'phone' || !letter.phone) return null;
  const hours = (letter.hours.length > 0 ? letter.hours : anyHour).flatMap((part) => everyDay.map((weekday) => {
    const [opens, closes] = hoursOf[part];
    return { weekday, opens, closes };
  }));
  const contact: SafeContact = { kind: 'phone', owner: 'other', shared: true, asked: true, never: false, channels: ['call'], hours, voicemail: false };
  const question = { contact, channel: 'call' as const, at: now, voicemail: false, purpose: 'asked-for' as const, consent: false, protected: false, place: { timeZone, openOn: () => [] } };
  return { allow: mayContact(question).allow, from: nextSafeMoment(question) };
}
