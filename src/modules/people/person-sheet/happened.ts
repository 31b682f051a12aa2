import type { Reader } from '#core/words/words.ts';
import { peopleWords } from '../words.ts';
import type { PersonEvent } from './person-sheet.ts';

/** What happened, in one plain sentence; events that have none of their own are only said to have been noted. */
export function happened({ name, body }: PersonEvent, reader: Reader): string {
  const words = peopleWords(reader);
  const key = `happened.${name}`;
  if (!Object.hasOwn(peopleWords.files.en, key)) return words('happened.other');
  const said = words(key as Parameters<typeof words>[0], { answer: String(body.answer ?? '') });
  return typeof body.purpose === 'string' ? `${said}: ${words(`purpose.${body.purpose}` as Parameters<typeof words>[0])}` : said;
}
