import type { Reader } from '#core/words/words.ts';
import { ventureWords } from '../venture-words.ts';

/** Minutes as hours and minutes, in the reader's words: 95 → 1 h 35 min. */
export const hoursOf = (reader: Reader, minutes: number): string =>
  minutes < 60 ? ventureWords(reader)('minutes', { minutes }) : ventureWords(reader)('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
