/** Languages people of the hubs speak (BCP 47): dialects apart, since the desk speaks them before it writes. */
export const spokenLanguages = ['ar-TN', 'ar-MA', 'ar', 'zgh', 'fr', 'en', 'es', 'it', 'pt', 'el', 'other'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];
