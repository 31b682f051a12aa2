import type { Reader } from '#core/words/words.ts';
import type { Problem } from './exchange.ts';
import { exchangeWords } from './words.ts';

/** A reason or remark of a row as a sentence for this reader. */
export function problemText(reader: Reader, { code, values }: Pick<Problem, 'code' | 'values'>): string {
  const key = `problem.${code}` as 'problem.name-missing';
  return exchangeWords(reader)(key in exchangeWords.files.en ? key : 'problem.not-readable', { value: '', ...values });
}
