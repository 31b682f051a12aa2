import { defineWords } from '#core/words/words.ts';
import ar from './locales/consent.ar.json' with { type: 'json' };
import en from './locales/consent.en.json' with { type: 'json' };
import fr from './locales/consent.fr.json' with { type: 'json' };

/** The words of consent: notices read aloud, states, partners, minors. */
export const consentWords = defineWords('people', { en, ar, fr });
