import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The words of instruments, aid programmes and wallets. */
export const currencyWords = defineWords('currency', { en, ar, fr });
