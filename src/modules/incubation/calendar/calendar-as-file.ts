import { type CalendarEntry, calendarFile } from '#core/calendar/calendar-file.ts';
import { inLanguage, type Multilingual } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { togetherWords } from '../together-words.ts';
import type { Planned } from './calendar.query.ts';
import { plannedWords } from './planned-words.ts';

/** The calendar of a hub as a file for a telephone, in the reader's language; it names no person. */
export function calendarAsFile(reader: Reader, { hub, planned }: { readonly hub: Multilingual; readonly planned: readonly Planned[] }, origin: string): string {
  const words = togetherWords(reader);
  const entries = planned.map((one): CalendarEntry => ({
    id: one.id, title: 'names' in one ? plannedWords(reader, one) : `${words(`planned.${one.kind}`)} · ${plannedWords(reader, one)}`,
    when: 'startsAt' in one ? { startsAt: one.startsAt, endsAt: one.endsAt } : { on: one.on },
    ...(one.kind === 'course' ? { place: inLanguage(one.place, reader.locale.lang).text } : {}),
    url: `${origin}${one.href}`, calledOff: one.calledOff, stamp: one.changedAt,
  }));
  return calendarFile(inLanguage(hub, reader.locale.lang).text, reader.locale.lang, entries);
}
