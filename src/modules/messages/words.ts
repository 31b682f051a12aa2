import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The words of messages: those of the screens, and the closed list of texts that may leave (`text.…`). */
export const messagesWords = defineWords('messages', { en, ar, fr });
