import { defineWords } from '#core/words/words.ts';
import ar from './locales/controller.ar.json' with { type: 'json' };
import en from './locales/controller.en.json' with { type: 'json' };
import fr from './locales/controller.fr.json' with { type: 'json' };

/** The words of who answers for personal data, and of the register of processing. */
export const controllerWords = defineWords('network', { ar, en, fr });
