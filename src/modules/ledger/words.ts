import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The words of the ledger: why it says no. */
export const ledgerWords = defineWords('ledger', { ar, en, fr });
