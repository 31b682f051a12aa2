import { clockIn } from '#core/time/wall-clock.ts';
import type { Reader } from '#core/words/words.ts';
import type { Moment } from '#ui/timeline.tsx';
import { peopleWords } from '../words.ts';
import type { PersonEvent } from './person-sheet.ts';

type Key = Parameters<ReturnType<typeof peopleWords>>[0];

/** What happened, in one plain sentence; events that have none of their own are only said to have been noted. */
export function happened({ name, body }: PersonEvent, reader: Reader): string {
  const words = peopleWords(reader);
  const key = `happened.${name}`;
  if (!Object.hasOwn(peopleWords.files.en, key)) return words('happened.other');
  const said = words(key as Key, { answer: String(body.answer ?? '') });
  const about = typeof body.purpose === 'string' ? `purpose.${body.purpose}` : `contact.kind.${String(body.kind)}`;
  return Object.hasOwn(peopleWords.files.en, about) ? words('happened.about', { said, about: words(about as Key) }) : said;
}

/** What happened, the newest first; the same thing several times on one day of the hub is told once, with how often. */
export function momentsOf(events: readonly PersonEvent[], reader: Reader): readonly Moment[] {
  const told: { key: string; at: Date; said: string; day: string; count: number }[] = [];
  for (const event of events) {
    const [said, day] = [happened(event, reader), clockIn(reader.locale.timeZone, event.at).date];
    const before = told.at(-1);
    if (before?.said === said && before.day === day) before.count += 1;
    else told.push({ key: event.id, at: event.at, said, day, count: 1 });
  }
  const words = peopleWords(reader);
  return told.map(({ key, at, said, count }) => ({ key, at, title: count > 1 ? words('happened.times', { said, count }) : said }));
}
