import { localeOf } from '#core/words/locale.ts';
import { inLanguage } from '#core/input.ts';
import { wordsOfTest } from '../eligibility/words-of-test.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import type { Around } from './service-of.ts';

/** Who may have the service, in words, and the ages as HSDS numbers. */
export function eligibilityOf(entry: ServiceEntry, { lang, territories }: Around): Record<string, unknown> {
  const reader = { locale: localeOf(lang === 'ar' || lang === 'fr' ? lang : 'en', 'TN'), terms: {} };
  const placeName = (code: string): string => inLanguage(territories.get(code) ?? {}, lang).text || code;
  const ages = entry.rules.filter(({ field }) => field === 'age');
  const lows = ages.flatMap(({ lowest }) => lowest ?? []);
  const highs = ages.flatMap(({ highest }) => highest ?? []);
  return {
    eligibility_description: entry.rules.map((rule) => plain(wordsOfTest(reader, rule, placeName).text)).join(' · ') || undefined,
    minimum_age: lows.length ? Math.max(...lows) : undefined,
    maximum_age: highs.length ? Math.min(...highs) : undefined,
  };
}

/** Without the marks that wall off values on a screen: a program reads this. */
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
