import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import { defineWords } from './words.ts';

/** Words every module leans on: what is wrong with a field, why something is refused, why it may be seen. */
export const coreWords = defineWords('core', { ar, en, fr });
