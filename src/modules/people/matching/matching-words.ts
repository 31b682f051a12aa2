import { defineWords } from '#core/words/words.ts';
import ar from '../locales/matching.ar.json' with { type: 'json' };
import en from '../locales/matching.en.json' with { type: 'json' };
import fr from '../locales/matching.fr.json' with { type: 'json' };

/** The words of comparing names and of looking for doubles. */
export const matchingWords = defineWords('people', { en, ar, fr });
