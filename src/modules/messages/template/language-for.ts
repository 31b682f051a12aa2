/** The language she is written to: Arabic when she speaks any of it (or Tamazight), else French, else English; Arabic when nothing is known. */
export function languageFor(spoken: readonly string[]): 'ar' | 'fr' | 'en' {
  if (spoken.some((code) => code.startsWith('ar') || code === 'zgh')) return 'ar';
  if (spoken.includes('fr')) return 'fr';
  return spoken.length > 0 ? 'en' : 'ar';
}
