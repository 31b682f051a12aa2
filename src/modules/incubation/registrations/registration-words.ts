import { defineWords } from '#core/words/words.ts';
import ar from '../locales/registrations.ar.json' with { type: 'json' };
import en from '../locales/registrations.en.json' with { type: 'json' };
import fr from '../locales/registrations.fr.json' with { type: 'json' };

/** The words of registrations that came as a file and of doubts among them. */
export const registrationWords = defineWords('incubation', { en, ar, fr });
