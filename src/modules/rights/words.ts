import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** What the screens and papers of a person's rights say. */
export const rightsWords = defineWords('rights', { en, ar, fr });
