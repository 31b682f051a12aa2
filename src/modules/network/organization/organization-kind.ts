import type { Named } from '#core/words/named.ts';

/** The four sectors of member bodies (domain.md 0.1). */
export const sectors = ['public', 'private', 'sse', 'civil'] as const;
export type Sector = (typeof sectors)[number];

/** What a body may be. Legal forms differ by country (domain.md section 4). */
export const organizationKinds = [
  'association', 'cooperative', 'production-cooperative-unit', 'smsa', 'gda', 'mutual', 'community-company', 'informal-group',
  'company', 'municipality', 'regional-council', 'ministry', 'public-agency', 'university', 'bank', 'microfinance', 'union',
  'federation', 'international-body', 'other',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What lists call each sector. */
export const sectorNames: Readonly<Record<Sector, Named>> = {
  public: { ar: 'القطاع العمومي', fr: 'secteur public', en: 'public sector' },
  private: { ar: 'القطاع الخاص', fr: 'secteur privé', en: 'private sector' },
  sse: { ar: 'الاقتصاد الاجتماعي والتضامني', fr: 'économie sociale et solidaire', en: 'social and solidarity economy' },
  civil: { ar: 'المجتمع المدني', fr: 'société civile', en: 'civil society' },
};

/** What lists call each kind of body; a تعاضدية is a cooperative in Tunisia and a mutual in Morocco. */
export const organizationKindNames: Readonly<Record<OrganizationKind, Named>> = {
  association: { ar: 'جمعية', fr: 'association', en: 'association' },
  cooperative: { ar: 'تعاضدية', 'ar-MA': 'تعاونية', fr: 'coopérative', en: 'cooperative' },
  'production-cooperative-unit': {
    ar: 'وحدة تعاضدية للإنتاج الفلاحي',
    fr: 'unité coopérative de production agricole (UCPA)',
    en: 'agricultural production cooperative unit',
  },
  smsa: {
    ar: 'شركة تعاونية للخدمات الفلاحية',
    fr: 'société mutuelle de services agricoles (SMSA)',
    en: 'mutual company for farm services (SMSA)',
  },
  gda: {
    ar: 'مجمع التنمية في قطاع الفلاحة والصيد البحري',
    fr: 'groupement de développement agricole et de pêche (GDA)',
    en: 'farming and fishing development group (GDA)',
  },
  mutual: { ar: 'جمعية تعاونية', 'ar-MA': 'تعاضدية', fr: 'mutuelle', en: 'mutual society' },
  'community-company': { ar: 'شركة أهلية', fr: 'société communautaire', en: 'community company' },
  'informal-group': { ar: 'مجموعة غير مهيكلة', fr: 'groupe informel', en: 'informal group' },
  company: { ar: 'شركة', fr: 'société', en: 'company' },
  municipality: { ar: 'بلدية', 'ar-MA': 'جماعة', fr: 'commune', en: 'municipality' },
  'regional-council': { ar: 'مجلس جهوي', 'ar-MA': 'مجلس الجهة', fr: 'conseil régional', en: 'regional council' },
  ministry: { ar: 'وزارة', fr: 'ministère', en: 'ministry' },
  'public-agency': { ar: 'مؤسسة عمومية', fr: 'établissement public', en: 'public body' },
  university: { ar: 'جامعة', fr: 'université', en: 'university' },
  bank: { ar: 'بنك', fr: 'banque', en: 'bank' },
  microfinance: { ar: 'مؤسسة تمويل صغير', 'ar-MA': 'جمعية للسلفات الصغيرة', fr: 'organisme de microfinance', en: 'microfinance body' },
  union: { ar: 'نقابة', fr: 'syndicat', en: 'trade union' },
  federation: { ar: 'اتحاد', fr: 'fédération', en: 'federation' },
  'international-body': { ar: 'هيئة دولية', fr: 'organisme international', en: 'international body' },
  other: { ar: 'هيئة أخرى', fr: 'autre organisme', en: 'other body' },
};
