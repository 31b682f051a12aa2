import type { Locale } from './locale.ts';

/** A name kept in the code's own tables, in the three languages of the mission; Morocco may say it otherwise. */
export interface Named {
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
  readonly 'ar-MA'?: string;
  readonly 'fr-MA'?: string;
  readonly 'en-MA'?: string;
}

/**
 * The name a reader should see: her language, with her country's own word where it has one (domain.md section 4).
 * Languages not translated yet read English; the pseudo-language is marked like every other message.
 */
export function nameFor(named: Named, { lang, country }: Pick<Locale, 'lang' | 'country'>): string {
  if (lang === 'qps') return `⟦${named.en}⟧`;
  const own = lang === 'ar' || lang === 'fr' ? lang : 'en';
  return (country === 'MA' && named[`${own}-MA`]) || named[own];
}
