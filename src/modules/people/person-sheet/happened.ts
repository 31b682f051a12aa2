import type { Reader } from '#core/words/words.ts';
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
