import { defineWords } from '#core/words/words.ts';
import ar from '../locales/boards.ar.json' with { type: 'json' };
import en from '../locales/boards.en.json' with { type: 'json' };
import fr from '../locales/boards.fr.json' with { type: 'json' };

/** The words of boards. */
export const boardWords = defineWords('evidence', { en, ar, fr });
