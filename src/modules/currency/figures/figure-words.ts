import { defineWords } from '#core/words/words.ts';
import ar from '../locales/figures.ar.json' with { type: 'json' };
import en from '../locales/figures.en.json' with { type: 'json' };
import fr from '../locales/figures.fr.json' with { type: 'json' };

/** The words of figures of aid, the funder's statement and how units circulate. */
export const figureWords = defineWords('currency', { en, ar, fr });
