import type { Reader } from '#core/words/words.ts';
import { peopleWords } from '../words.ts';

/** Why two files may or may not be one person, as a sentence for this reader; a code nobody knows stays as it is. */
export function reasonText(reader: Reader, code: string): string {
  const key = `reason.${code}` as 'reason.same-name';
  return key in peopleWords.files.en ? peopleWords(reader)(key) : code;
}
