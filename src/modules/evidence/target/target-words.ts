import { defineWords } from '#core/words/words.ts';
import ar from '../locales/targets.ar.json' with { type: 'json' };
import en from '../locales/targets.en.json' with { type: 'json' };
import fr from '../locales/targets.fr.json' with { type: 'json' };

/** The words of targets, of who reports what, and of the money of a programme and a hub. */
export const targetWords = defineWords('evidence', { en, ar, fr });
