import { defineWords } from '#core/words/words.ts';
import ar from './locales/data.ar.json' with { type: 'json' };
import en from './locales/data.en.json' with { type: 'json' };
import fr from './locales/data.fr.json' with { type: 'json' };

/** The words of a hub's own notice on personal data. */
export const dataWords = defineWords('portal', { en, ar, fr });
