import { defineWords } from '#core/words/words.ts';
import ar from './locales/together.ar.json' with { type: 'json' };
import en from './locales/together.en.json' with { type: 'json' };
import fr from './locales/together.fr.json' with { type: 'json' };

/** The words of the calendar, of what cohorts hand in, of photo appointments, catalogues and mentors. */
export const togetherWords = defineWords('incubation', { en, ar, fr });
