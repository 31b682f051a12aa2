import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** What the directory's screens say: services, places, rules, the matrix, the committee's decisions. */
export const directoryWords = defineWords('directory', { ar, en, fr });
