import { defineWords } from '#core/words/words.ts';
import ar from '../locales/ar.json' with { type: 'json' };
import el from '../locales/el.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };
import it from '../locales/it.json' with { type: 'json' };
import pt from '../locales/pt.json' with { type: 'json' };

/** Words of the front page, in every language of the six countries. */
export const homeWords = defineWords('web', { ar, en, fr, es, pt, it, el });
