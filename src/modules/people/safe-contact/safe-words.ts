import { defineWords } from '#core/words/words.ts';
import ar from '../locales/safe.ar.json' with { type: 'json' };
import en from '../locales/safe.en.json' with { type: 'json' };
import fr from '../locales/safe.fr.json' with { type: 'json' };

/** The words of safe contact. */
export const safeWords = defineWords('people', { en, ar, fr });
