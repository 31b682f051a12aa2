import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** What the screens of programmes and committees say. */
export const programmeWords = defineWords('programme', { ar, en, fr });
