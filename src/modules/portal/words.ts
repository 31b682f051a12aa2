import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The words of the portal: doors of hubs, five questions, requests, what hubs publish, help and the data notice. */
export const portalWords = defineWords('portal', { ar, en, fr });
