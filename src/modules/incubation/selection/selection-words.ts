import { defineWords } from '#core/words/words.ts';
import ar from '../locales/selection.ar.json' with { type: 'json' };
import en from '../locales/selection.en.json' with { type: 'json' };
import fr from '../locales/selection.fr.json' with { type: 'json' };

/** The words of juries, rankings, decisions, results and appeals. */
export const selectionWords = defineWords('incubation', { en, ar, fr });
