import { defineWords } from '#core/words/words.ts';
import ar from './locales/specimen.ar.json';
import en from './locales/specimen.en.json';
import fr from './locales/specimen.fr.json';

/** The words of the specimen page alone; no page of the field uses them. */
export const specimenWords = defineWords('ui-specimen', { en, ar, fr });
