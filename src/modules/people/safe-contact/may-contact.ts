import { clockIn, weekdayOf } from '#core/time/wall-clock.ts';

/** The ways in which somebody may be reached. */
export const channels = ['call', 'sms', 'whatsapp', 'email'] as const;
export type Channel = (typeof channels)[number];

/** What one wants to reach her for. `asked-for`: she asked herself, this once, to be reached at this number. */
export const contactPurposes = ['appointment', 'invitation', 'follow-up', 'answer', 'asked-for'] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

/** A stretch of a day of the week, 1 Monday to 7 Sunday, by the clock of the hub. The closing minute is outside. */
export interface SafeHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** A phone or an e-mail address as the gate sees it: how it may be used, never what it is. */
export interface SafeContact {
  readonly kind: 'phone' | 'email';
  readonly owner: 'self' | 'household' | 'relative' | 'neighbour' | 'other';
  readonly shared: boolean;
  /** She was asked how it may be used. False: nothing is known. */
  readonly asked: boolean;
  readonly never: boolean;
  readonly channels: readonly Channel[];
  /** Empty: while the hub is open. */
  readonly hours: readonly SafeHours[];
  readonly voicemail: boolean;
}

/** The clock and the door of the hub from which one reaches her. */
export interface Place {
  readonly timeZone: string;
  /** When its door is open on a calendar date ("2026-03-02"). */
  readonly openOn: (date: string) => readonly { readonly opens: string; readonly closes: string }[];
}

/** Somebody is about to be reached: by what, when, what for, and what is known of her wish. */
export interface ContactQuestion {
  readonly contact: SafeContact;
  readonly channel: Channel;
  readonly at: Date;
  /** A word would be left on the voicemail. */
  readonly voicemail: boolean;
  readonly purpose: ContactPurpose;
  /** Her consent to be called or written to holds now. */
  readonly consent: boolean;
  /** What one would speak of belongs to a protected file. */
  readonly protected: boolean;
  readonly place: Place;
}

/** Why not, the gravest first; `outside-hours` alone passes by waiting. */
export const contactReasons = [
  'never', 'no-consent', 'wrong-way', 'others-answer', 'not-agreed', 'protected', 'no-voicemail', 'outside-hours',
] as const;
export type ContactReason = (typeof contactReasons)[number];

export type ContactVerdict = { readonly allow: true; readonly reason: 'safe' } | { readonly allow: false; readonly reason: ContactReason };

const yes: ContactVerdict = { allow: true, reason: 'safe' };
const no = (reason: ContactReason): ContactVerdict => ({ allow: false, reason });

/**
 * The one gate before every call and every message (domain.md rule 2). What is not known counts as no: of a phone nobody asked
 * about, only her own that nobody else answers may be called or sent a text, while the hub is open. "Never" beats everything.
 */
export function mayContact(question: ContactQuestion): ContactVerdict {
  const { contact, channel, purpose, consent } = question;
  if (contact.never) return no('never');
  if (!consent && purpose !== 'asked-for') return no('no-consent');
  if ((contact.kind === 'email') !== (channel === 'email')) return no('wrong-way');
  const alone = contact.owner === 'self' && !contact.shared;
  if (!contact.asked && !alone) return no('others-answer');
  if (contact.asked ? !contact.channels.includes(channel) : channel === 'whatsapp') return no('not-agreed');
  // Of what is protected nothing is ever written, and nobody else may pick up.
  if (question.protected && (channel !== 'call' || !contact.asked || !alone)) return no('protected');
  if (question.voicemail && (channel !== 'call' || !contact.voicemail || !alone || question.protected)) return no('no-voicemail');
  return isSafeHour(question) ? yes : no('outside-hours');
}

/** Is this moment within her safe hours, or, where she named none, within the hours of the hub's door? */
function isSafeHour({ contact, at, place }: ContactQuestion): boolean {
  const { date, time } = clockIn(place.timeZone, at);
  const weekday = weekdayOf(date);
  const spans = contact.hours.length > 0 ? contact.hours.filter((span) => span.weekday === weekday) : place.openOn(date);
  return spans.some(({ opens, closes }) => opens <= time && time < closes);
}
