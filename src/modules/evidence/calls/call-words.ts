import { defineWords } from '#core/words/words.ts';
import ar from '../locales/calls.ar.json' with { type: 'json' };
import en from '../locales/calls.en.json' with { type: 'json' };
import fr from '../locales/calls.fr.json' with { type: 'json' };

/** The words of the road of calls. */
export const callStepWords = defineWords('evidence', { en, ar, fr });
