import { defineWords } from '#core/words/words.ts';
import ar from '../locales/never.ar.json' with { type: 'json' };
import en from '../locales/never.en.json' with { type: 'json' };
import fr from '../locales/never.fr.json' with { type: 'json' };

/** The words of never using a number again. */
export const neverWords = defineWords('confidential', { en, ar, fr });
