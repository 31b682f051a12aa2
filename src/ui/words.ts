import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json';
import en from './locales/en.json';
import el from './locales/el.json';
import es from './locales/es.json';
import fr from './locales/fr.json';
import it from './locales/it.json';
import pt from './locales/pt.json';

/** The few words the page kit itself says: "Skip to the content", "There is a problem", "Next page". */
export const uiWords = defineWords('ui', { en, ar, fr, es, pt, it, el });
