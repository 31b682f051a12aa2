import { defineWords } from '#core/words/words.ts';
import ar from '../locales/till.ar.json' with { type: 'json' };
import en from '../locales/till.en.json' with { type: 'json' };
import fr from '../locales/till.fr.json' with { type: 'json' };

/** The words of cards, tills and payments. None of them tells a shop what somebody pays with. */
export const tillWords = defineWords('currency', { en, ar, fr });
