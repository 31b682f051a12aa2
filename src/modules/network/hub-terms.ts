import type { Named } from '#core/words/named.ts';

/**
 * The words that change with a hub's country, each under the code that messages use as `{term_<code>}`.
 * `ar` holds the Tunisian (or common) word, `ar-MA` the Moroccan one where it differs; never a mixture (domain.md section 4).
 * Both genders are separate codes: `_f`, `_m`; the bare code is for a person whose sex is unknown or unsaid.
 * `the_…` is the definite form, which Arabic and French cannot build from the bare word.
 */
export const commonTerms = {
  hub: { ar: 'شباك موحد', fr: 'guichet unique', en: 'one-stop hub' },
  the_hub: { ar: 'الشباك الموحد', fr: 'le guichet unique', en: 'the hub' },
  of_hub: { ar: 'الشباك الموحد', fr: 'du guichet unique', en: 'of the hub' },
  at_hub: { ar: 'في الشباك الموحد', fr: 'au guichet unique', en: 'at the hub' },
  hubs: { ar: 'شبابيك موحدة', fr: 'guichets uniques', en: 'one-stop hubs' },
  beneficiary: { ar: 'شخص منتفع', 'ar-MA': 'شخص مستفيد', fr: 'bénéficiaire', en: 'beneficiary' },
  beneficiary_f: { ar: 'منتفعة', 'ar-MA': 'مستفيدة', fr: 'bénéficiaire', en: 'beneficiary' },
  beneficiary_m: { ar: 'منتفع', 'ar-MA': 'مستفيد', fr: 'bénéficiaire', en: 'beneficiary' },
  beneficiaries: { ar: 'منتفعون ومنتفعات', 'ar-MA': 'مستفيدون ومستفيدات', fr: 'bénéficiaires', en: 'beneficiaries' },
  project_holder: {
    ar: 'شخص باعث لمشروع',
    'ar-MA': 'شخص حامل لمشروع',
    fr: 'porteur ou porteuse de projet',
    en: 'project holder',
  },
  project_holder_f: { ar: 'باعثة مشروع', 'ar-MA': 'حاملة مشروع', fr: 'porteuse de projet', en: 'project holder' },
  project_holder_m: { ar: 'باعث مشروع', 'ar-MA': 'حامل مشروع', fr: 'porteur de projet', en: 'project holder' },
  idea_holder_f: { ar: 'صاحبة فكرة', 'ar-MA': 'حاملة فكرة', fr: 'porteuse d’idée', en: 'idea holder' },
  idea_holder_m: { ar: 'صاحب فكرة', 'ar-MA': 'حامل فكرة', fr: 'porteur d’idée', en: 'idea holder' },
  social_worker_f: {
    ar: 'أخصائية اجتماعية',
    'ar-MA': 'عاملة اجتماعية',
    fr: 'travailleuse sociale',
    en: 'social worker',
  },
  social_worker_m: { ar: 'أخصائي اجتماعي', 'ar-MA': 'عامل اجتماعي', fr: 'travailleur social', en: 'social worker' },
  mentor_f: { ar: 'مرشدة متطوعة', fr: 'mentore', en: 'mentor' },
  mentor_m: { ar: 'مرشد متطوع', fr: 'mentor', en: 'mentor' },
  head_of_household_f: { ar: 'رئيسة أسرة', fr: 'cheffe de ménage', en: 'head of household' },
  head_of_household_m: { ar: 'رئيس أسرة', fr: 'chef de ménage', en: 'head of household' },
  domestic_worker_f: { ar: 'عاملة منزلية', fr: 'travailleuse domestique', en: 'domestic worker' },
  domestic_worker_m: { ar: 'عامل منزلي', fr: 'travailleur domestique', en: 'domestic worker' },
  person_in_difficulty: {
    ar: 'شخص من الفئات الهشة',
    'ar-MA': 'شخص في وضعية صعبة',
    fr: 'personne en situation difficile',
    en: 'person in difficulty',
  },
  person_with_disability: {
    ar: 'شخص ذو إعاقة',
    'ar-MA': 'شخص في وضعية إعاقة',
    fr: 'personne en situation de handicap',
    en: 'person with a disability',
  },
  desk: { ar: 'شباك', fr: 'guichet', en: 'desk' },
  the_desk: { ar: 'الشباك', fr: 'le guichet', en: 'the desk' },
  case: { ar: 'ملف', fr: 'dossier', en: 'case' },
  intake: { ar: 'الاستقبال', fr: 'accueil', en: 'intake' },
  listening: { ar: 'الاستماع', fr: 'écoute', en: 'listening' },
  orientation: { ar: 'التوجيه', fr: 'orientation', en: 'orientation' },
  referral: { ar: 'إحالة', fr: 'renvoi', en: 'referral' },
  accompaniment: { ar: 'المرافقة', 'ar-MA': 'المواكبة', fr: 'accompagnement', en: 'accompaniment' },
  follow_up: { ar: 'المتابعة', 'ar-MA': 'التتبع', fr: 'suivi', en: 'follow-up' },
  mentoring: { ar: 'المرافقة التطوعية', fr: 'mentorat', en: 'mentoring' },
  capacity_building: {
    ar: 'تعزيز القدرات',
    'ar-MA': 'تقوية القدرات',
    fr: 'renforcement des capacités',
    en: 'capacity building',
  },
  enterprise: { ar: 'مؤسسة', 'ar-MA': 'مقاولة', fr: 'entreprise', en: 'enterprise' },
  auto_entrepreneur: { ar: 'المبادر الذاتي', 'ar-MA': 'مقاول ذاتي', fr: 'auto-entrepreneur', en: 'auto-entrepreneur' },
  cooperative: { ar: 'تعاضدية', 'ar-MA': 'تعاونية', fr: 'coopérative', en: 'cooperative' },
  mutual: { ar: 'جمعية تعاونية', 'ar-MA': 'تعاضدية', fr: 'mutuelle', en: 'mutual society' },
  governorate: {
    ar: 'ولاية',
    'ar-MA': 'إقليم',
    fr: 'gouvernorat',
    'fr-MA': 'province',
    en: 'governorate',
    'en-MA': 'province',
  },
  specifications: { ar: 'كراس الشروط', 'ar-MA': 'دفتر التحملات', fr: 'cahier des charges', en: 'specifications' },
  consent: { ar: 'موافقة', 'ar-MA': 'رضى', fr: 'consentement', en: 'consent' },
  personal_data: {
    ar: 'معطيات شخصية',
    'ar-MA': 'معطيات ذات طابع شخصي',
    fr: 'données personnelles',
    en: 'personal data',
  },
  monitoring_evaluation: {
    ar: 'المتابعة والتقييم',
    'ar-MA': 'التتبع والتقييم',
    fr: 'suivi-évaluation',
    en: 'monitoring and evaluation',
  },
  craft_fair: {
    ar: 'معرض الصناعات التقليدية',
    'ar-MA': 'معرض الصناعة التقليدية',
    fr: 'foire artisanale',
    en: 'craft fair',
  },
} as const satisfies Readonly<Record<string, Named>>;

/** A code a hub may lay its own word over. */
export type HubTerm = keyof typeof commonTerms;
