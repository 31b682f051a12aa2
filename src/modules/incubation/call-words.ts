import { defineWords } from '#core/words/words.ts';
import ar from './locales/calls.ar.json' with { type: 'json' };
import en from './locales/calls.en.json' with { type: 'json' };
import fr from './locales/calls.fr.json' with { type: 'json' };

/** The words of calls and applications. Each further part has its own file: locales/<part>.<language>.json. */
export const callWords = defineWords('incubation', { en, ar, fr });
