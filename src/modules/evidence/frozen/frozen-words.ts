import { defineWords } from '#core/words/words.ts';
import ar from '../locales/frozen.ar.json' with { type: 'json' };
import en from '../locales/frozen.en.json' with { type: 'json' };
import fr from '../locales/frozen.fr.json' with { type: 'json' };

/** The words of months that stand frozen. */
export const frozenWords = defineWords('evidence', { en, ar, fr });
