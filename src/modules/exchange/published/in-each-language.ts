import type { Multilingual } from '#core/input.ts';
import { localeOf } from '#core/words/locale.ts';
import { standardWords } from '../words.ts';

type Said = 'at_least' | 'first_target' | 'reported' | 'promised';

/** One of our own sentences inside a file, in Arabic, French and English, without the marks that keep directions apart on a screen. */
export const inEachLanguage = (key: Said, values: Readonly<Record<string, string>> = {}): Multilingual =>
  Object.fromEntries((['ar', 'fr', 'en'] as const).map((lang) => [lang, standardWords({ locale: localeOf(lang, 'TN'), terms: {} })(key, values).replace(/[\u2066-\u2069]/gu, '')]));
