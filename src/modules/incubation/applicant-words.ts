import { defineWords } from '#core/words/words.ts';
import ar from './locales/applicants.ar.json' with { type: 'json' };
import en from './locales/applicants.en.json' with { type: 'json' };
import fr from './locales/applicants.fr.json' with { type: 'json' };

/** The words of papers handed in, of closings that are moved, and of the page of whoever applied. */
export const applicantWords = defineWords('incubation', { en, ar, fr });
