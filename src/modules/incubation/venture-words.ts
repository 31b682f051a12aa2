import { defineWords } from '#core/words/words.ts';
import ar from './locales/ventures.ar.json' with { type: 'json' };
import en from './locales/ventures.en.json' with { type: 'json' };
import fr from './locales/ventures.fr.json' with { type: 'json' };

/** The words of cohorts, ventures and what comes after creation. */
export const ventureWords = defineWords('incubation', { en, ar, fr });
