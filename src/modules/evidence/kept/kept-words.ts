import { defineWords } from '#core/words/words.ts';
import ar from '../locales/indicators.ar.json' with { type: 'json' };
import en from '../locales/indicators.en.json' with { type: 'json' };
import fr from '../locales/indicators.fr.json' with { type: 'json' };

/** The words of indicators kept as rows. */
export const keptWords = defineWords('evidence', { en, ar, fr });
