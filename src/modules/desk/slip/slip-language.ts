/** The languages a slip is printed in. */
export const slipLanguages = ['ar', 'fr', 'en'] as const;
export type SlipLanguage = (typeof slipLanguages)[number];
