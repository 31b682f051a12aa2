import { defineWords } from '#core/words/words.ts';
import ar from './locales/orientation.ar.json' with { type: 'json' };
import en from './locales/orientation.en.json' with { type: 'json' };
import fr from './locales/orientation.fr.json' with { type: 'json' };

/** The words of questionnaires, needs, orientation and slips. */
export const orientationWords = defineWords('desk', { en, ar, fr });
