import type { Named } from '#core/words/named.ts';
import type { OrganizationKind } from '../organization/organization-kind.ts';

/**
 * Terms of ESSglobal (RIPESS, CC BY 3.0), quoted by code with its English name; the Arabic and French names are ours. Activities
 * are those of "Activities Modified", qualifiers the nine at the top of their scheme.
 */
export const activities = [
  'AM10', 'AM20', 'AM30', 'AM40', 'AM50', 'AM60', 'AM70', 'AM80', 'AM90', 'AM100', 'AM110', 'AM120', 'AM130', 'AM140', 'AM150', 'AM160',
] as const;
export type Activity = (typeof activities)[number];

/** The sixteen activities in the three languages. */
export const activityNames: Readonly<Record<Activity, Named>> = {
  AM10: { ar: 'الفنون والإعلام والثقافة والترفيه', fr: 'arts, médias, culture et loisirs', en: 'arts, media, culture and leisure' },
  AM20: { ar: 'المناصرة والعمل المدني', fr: 'plaidoyer et action citoyenne', en: 'campaigning, activism and advocacy' },
  AM30: { ar: 'الفضاءات المشتركة', fr: 'lieux communs et collectifs', en: 'community and collective spaces' },
  AM40: { ar: 'التربية والتكوين', fr: 'éducation', en: 'education' },
  AM50: { ar: 'الطاقة', fr: 'énergie', en: 'energy' },
  AM60: { ar: 'الغذاء', fr: 'alimentation', en: 'food' },
  AM70: { ar: 'السلع والخدمات', fr: 'biens et services', en: 'goods and services' },
  AM80: { ar: 'الصحة والرعاية', fr: 'santé, soin et bien-être', en: 'health, social care and wellbeing' },
  AM90: { ar: 'السكن', fr: 'logement', en: 'housing' },
  AM100: { ar: 'المال والتمويل', fr: 'monnaie et finance', en: 'money and finance' },
  AM110: { ar: 'الطبيعة والبيئة', fr: 'nature et environnement', en: 'nature, conservation and environment' },
  AM120: { ar: 'التدوير والإصلاح', fr: 'réemploi, réparation et recyclage', en: 'reduce, reuse, repair and recycle' },
  AM130: { ar: 'الفلاحة', fr: 'agriculture', en: 'agriculture' },
  AM140: { ar: 'الصناعة', fr: 'industrie', en: 'industry' },
  AM150: { ar: 'المرافق', fr: 'services de réseau', en: 'utilities' },
  AM160: { ar: 'النقل', fr: 'transport', en: 'transport' },
};

export const qualifiers = ['q01', 'q02', 'q03', 'q04', 'q05', 'q06', 'q07', 'q08', 'q09'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** What a body says of its way of working. */
export const qualifierNames: Readonly<Record<Qualifier, Named>> = {
  q01: { ar: 'احترام البيئة', fr: 'respect de l’environnement', en: 'ecologically sustainable' },
  q02: { ar: 'عمل لائق وديمقراطي', fr: 'travail décent et démocratique', en: 'democratic and decent working conditions' },
  q03: { ar: 'عدالة اجتماعية', fr: 'justice sociale', en: 'socially fair' },
  q04: { ar: 'اقتصاد ديمقراطي محلي', fr: 'économie démocratique et locale', en: 'economically democratic and sovereign' },
  q05: { ar: 'المساواة بين النساء والرجال', fr: 'égalité entre femmes et hommes', en: 'gender equity' },
  q06: { ar: 'جماعات تقليدية وفلاحة أسرية', fr: 'communautés traditionnelles, agriculture familiale', en: 'traditional communities, family farming' },
  q07: { ar: 'معرفة وثقافة حرة', fr: 'communs, savoirs et culture libres', en: 'commons and free knowledge' },
  q08: { ar: 'صناعات تقليدية', fr: 'artisanat', en: 'handicraft' },
  q09: { ar: 'مساندة التعاضديات', 'ar-MA': 'مساندة التعاونيات', fr: 'appui aux coopératives', en: 'promotes or supports cooperatives' },
};

/** L1 informal group, L2 cooperative, L3 company, L4 non-profit organisation, L5 social enterprise. */
const legalForms: Readonly<Partial<Record<OrganizationKind, string>>> = {
  'informal-group': 'L1', cooperative: 'L2', 'production-cooperative-unit': 'L2', smsa: 'L2', company: 'L3', bank: 'L3',
  association: 'L4', gda: 'L4', mutual: 'L4', union: 'L4', federation: 'L4', microfinance: 'L4', 'community-company': 'L5',
};

/** The ESSglobal legal form of a kind of body; none for public bodies. */
export const legalFormOf = (kind: OrganizationKind): string | undefined => legalForms[kind];

/** The address of a term on the web. */
export const sseTerm = (scheme: 'legal-form' | 'qualifiers' | 'activities-modified', code: string): string => `http://purl.org/essglobal/standard/${scheme}/${code}`;
