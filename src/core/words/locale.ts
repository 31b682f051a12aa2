/** The languages Hadina speaks; `qps` is the pseudo-language that shows a forgotten literal. */
export const languages = ['ar', 'fr', 'en', 'es', 'pt', 'it', 'el', 'qps'] as const;
export type Lang = (typeof languages)[number];

/** Countries of the mission (ISO 3166-1 alpha-2). */
export const countries = ['TN', 'MA', 'ES', 'GR', 'JO', 'PS', 'PT', 'IT'] as const;
export type Country = (typeof countries)[number];

export interface Locale {
  readonly lang: Lang;
  readonly country: Country;
  /** BCP 47 with the region, always: plain `ar` starts the week on Saturday and groups digits differently. */
  readonly tag: string;
  readonly dir: 'rtl' | 'ltr';
  readonly timeZone: string;
}

const timeZones: Record<Country, string> = {
  TN: 'Africa/Tunis', MA: 'Africa/Casablanca', ES: 'Europe/Madrid', GR: 'Europe/Athens',
  JO: 'Asia/Amman', PS: 'Asia/Hebron', PT: 'Europe/Lisbon', IT: 'Europe/Rome',
};

/** How a language is written and counted in a country, e.g. ar + MA → ar-MA, نونبر, Casablanca time. */
export function localeOf(lang: Lang, country: Country, timeZone?: string): Locale {
  return {
    lang,
    country,
    tag: lang === 'qps' ? `en-${country}` : `${lang}-${country}`,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    timeZone: timeZone ?? timeZones[country],
  };
}

export const isLang = (value: unknown): value is Lang => languages.includes(value as Lang);
