import { defineWords } from '#core/words/words.ts';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import standardsAr from './locales/standards.ar.json' with { type: 'json' };
import standardsEn from './locales/standards.en.json' with { type: 'json' };
import standardsFr from './locales/standards.fr.json' with { type: 'json' };

/** What the screens and the command say of files brought in and taken out. */
export const exchangeWords = defineWords('exchange', { ar, en, fr });

/** What is said of programmes that go out in the standards of the field, on the page and in the files. */
export const standardWords = defineWords('exchange', { ar: standardsAr, en: standardsEn, fr: standardsFr });
