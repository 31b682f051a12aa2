import type { Multilingual } from '#core/input.ts';

export type TextLanguage = 'ar' | 'fr' | 'en';

const frenchWords = /(?<!\p{L})(?:le|la|les|des|du|une|et|pour|avec|dans|aux|sur|vous|est|centre|aide|accompagnement|service d[eu']|d'|l')(?!\p{L})|[éèêçàùôîœ]/giu;
const englishWords = /(?<!\p{L})(?:the|and|of|for|with|to|in|our|are|is|you|services?|support|center)(?!\p{L})/giu;

/** The language a text is most likely in: Arabic by its letters, French or English by their little words; `usual` when it cannot tell. */
export function languageOf(text: string, usual: TextLanguage): TextLanguage {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return 'ar';
  const french = text.match(frenchWords)?.length ?? 0;
  const english = text.match(englishWords)?.length ?? 0;
  return french > english ? 'fr' : english > french ? 'en' : usual === 'ar' ? 'fr' : usual;
}

/** Texts of unknown languages, each under the language it is most likely in; the first keeps a language that two claim. */
export function byLanguage(usual: TextLanguage, ...texts: readonly unknown[]): Multilingual {
  const spoken: Multilingual = {};
  for (const text of texts) {
    if (typeof text !== 'string' || !text.trim()) continue;
    spoken[languageOf(text, usual)] ??= text.trim();
  }
  return spoken;
}
