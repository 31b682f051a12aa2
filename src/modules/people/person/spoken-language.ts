/** Languages people of the hubs speak (BCP 47): dialects apart, since the desk speaks them before it writes. */
export const spokenLanguages = ['ar-TN', 'ar-MA', 'ar', 'zgh', 'fr', 'en', 'es', 'it', 'pt', 'el', 'other'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

const elsewhere: readonly SpokenLanguage[] = ['ar', 'fr', 'en', 'es', 'it', 'pt', 'el', 'other'];
const byCountry: Readonly<Record<string, readonly SpokenLanguage[]>> = {
  TN: ['ar-TN', 'ar', 'fr', 'en', 'zgh', 'it', 'other'],
  MA: ['ar-MA', 'zgh', 'ar', 'fr', 'es', 'en', 'other'],
};

/** The languages offered at the desks of a country, the most spoken first. */
export const languagesOffered = (country: string): readonly SpokenLanguage[] => byCountry[country] ?? elsewhere;
