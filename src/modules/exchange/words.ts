import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** What the screens and the command say of files brought in and taken out. */
export const exchangeWords = defineWords('exchange', { ar, en, fr });
