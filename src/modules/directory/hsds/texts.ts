import { inLanguage, type Multilingual } from '#core/input.ts';

/** One text for HSDS, which knows one language: the one asked for, else the best there is. */
export const one = (value: Multilingual, lang: string): string | undefined => inLanguage(value, lang).text || undefined;

/** The same text in its other languages, one after the other: HSDS's `alternate_name`. */
export function others(value: Multilingual, lang: string): string | undefined {
  const shown = inLanguage(value, lang).lang;
  return Object.entries(value).filter(([code, text]) => code !== shown && text).map(([, text]) => text).join(' / ') || undefined;
}
