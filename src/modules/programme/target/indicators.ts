import type { Named } from '#core/words/named.ts';

/** What programmes promise to reach (domain.md 3.1, 3.4, 3.11). What is promised of persons is counted in women and men too. */
export const indicatorNames = {
  'women-trained': { ar: 'نساء استفدن من التكوين', fr: 'Femmes formées', en: 'Women trained' },
  'women-accompanied': { ar: 'نساء مرافَقات', 'ar-MA': 'نساء مواكَبات', fr: 'Femmes accompagnées', en: 'Women accompanied' },
  'persons-selected': { ar: 'أشخاص تم اختيارهم', fr: 'Personnes sélectionnées', en: 'Persons selected' },
  'persons-trained': { ar: 'أشخاص استفادوا من التكوين', fr: 'Personnes formées', en: 'Persons trained' },
  'persons-accompanied': { ar: 'أشخاص مرافَقون', 'ar-MA': 'أشخاص مواكَبون', fr: 'Personnes accompagnées', en: 'Persons accompanied' },
  'people-involved': { ar: 'أشخاص معنيون بالمشروع', fr: 'Personnes touchées', en: 'People involved' },
  'youth-with-plan': { ar: 'شباب لديهم مخطط قابل للتنفيذ', fr: 'Jeunes avec un plan viable', en: 'Youth with a viable plan' },
  'projects-funded': { ar: 'مشاريع ممولة', fr: 'Projets financés', en: 'Projects funded' },
  'enterprises-created': { ar: 'مؤسسات محدثة', 'ar-MA': 'مقاولات محدثة', fr: 'Entreprises créées', en: 'Enterprises created' },
  'enterprises-supported': { ar: 'مؤسسات مدعومة', 'ar-MA': 'مقاولات مدعومة', fr: 'Entreprises appuyées', en: 'Enterprises supported' },
  'job-opportunities': { ar: 'فرص عمل', fr: 'Opportunités d’emploi', en: 'Job opportunities' },
  agreements: { ar: 'اتفاقيات', fr: 'Conventions', en: 'Agreements' },
  'study-visits': { ar: 'زيارات دراسية', fr: 'Visites d’étude', en: 'Study visits' },
  recommendations: { ar: 'توصيات', fr: 'Recommandations', en: 'Recommendations' },
  studies: { ar: 'دراسات', fr: 'Études', en: 'Studies' },
  pilots: { ar: 'مشاريع تجريبية', fr: 'Projets pilotes', en: 'Pilot projects' },
  'social-workers-trained': { ar: 'أخصائيون اجتماعيون استفادوا من التكوين', 'ar-MA': 'عاملون اجتماعيون استفادوا من التكوين', fr: 'Travailleurs sociaux formés', en: 'Social workers trained' },
  'domestic-workers-informed': { ar: 'عاملات منزليات تلقين معلومات عن حقوقهن', fr: 'Travailleuses domestiques informées de leurs droits', en: 'Domestic workers told of their rights' },
  'domestic-workers-accompanied': { ar: 'عاملات منزليات مرافَقات', 'ar-MA': 'عاملات منزليات مواكَبات', fr: 'Travailleuses domestiques accompagnées', en: 'Domestic workers accompanied' },
  poles: { ar: 'أقطاب خدمات', fr: 'Pôles de services', en: 'Service poles' },
} as const satisfies Readonly<Record<string, Named>>;

export type IndicatorCode = keyof typeof indicatorNames;

/** Every indicator a target may be set for, in the order of lists. */
export const indicatorCodes = Object.keys(indicatorNames) as [IndicatorCode, ...IndicatorCode[]];
