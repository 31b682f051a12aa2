import type { Reader } from '#core/words/words.ts';
import { uiWords } from './words.ts';

/** The platform's own name, in the reader's script, where no hub's name stands. */
export const platformName = (reader: Reader): string => uiWords(reader)('platform');
