import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** What the network's screens say: hubs, bodies, staff, centres, agreements, signing in. */
export const networkWords = defineWords('network', { ar, en, fr });
