import type { Lang } from '#core/words/locale.ts';

/** The language a sheet is printed in for somebody who was told it in a spoken one: what she or a reader beside her can read. */
export function receiptLanguage(spoken: string): Lang {
  if (spoken === 'fr') return 'fr';
  return ['en', 'es', 'it', 'pt', 'el'].includes(spoken) ? 'en' : 'ar';
}
