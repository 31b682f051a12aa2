import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json';
import en from './locales/en.json';
import fr from './locales/fr.json';

/** The few words the page kit itself says: "Skip to the content", "There is a problem", "Next page". */
export const uiWords = defineWords('ui', { en, ar, fr });
