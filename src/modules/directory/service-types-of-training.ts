import type { ServiceType } from './service-type-entry.ts';

/** Services from which a person leaves knowing or holding something new: training, prototype, pictures, digital skills. */
export const trainingServiceTypes: readonly ServiceType[] = [
  {
    code: 'CAP',
    names: { ar: 'تعزيز القدرات', 'ar-MA': 'تقوية القدرات', fr: 'renforcement des capacités', en: 'capacity building' },
    meaning: {
      ar: 'تكوين في مجموعة لاكتساب ما يحتاجه المشروع أو الهيكل.',
      fr: 'Une formation en groupe pour acquérir ce dont le projet ou la structure a besoin.',
      en: 'Group training in what the project or the body needs to be able to do.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'partner-site', 'online'],
    openEligibility: [{ code: '1365', name: 'Skills & Training' }],
  },
  {
    code: 'PRO',
    names: { ar: 'إعداد النماذج الأولية', fr: 'prototypage', en: 'prototyping' },
    meaning: {
      ar: 'صنع نموذج أول من منتوجك وتجربته مع من سيستعمله.',
      fr: 'Vous fabriquez un premier exemplaire de votre produit et vous l’essayez avec ses usagers.',
      en: 'You make a first piece of your product and try it with those who will use it.',
    },
    stages: ['idea', 'creation', 'development'],
    modes: ['on-site', 'partner-site'],
    openEligibility: [{ code: '1372', name: 'Specialized Training' }],
  },
  {
    code: 'PHO',
    names: { ar: 'حصة تصوير وسينما', fr: 'séance photo et cinéma', en: 'photo and cinema session' },
    meaning: {
      ar: 'تصوير منتوجاتك أو نشاطك، ولا تنشر أي صورة دون موافقتك.',
      fr: 'Vos produits ou votre activité sont photographiés ; aucune image ne paraît sans votre accord.',
      en: 'Your products or your work are photographed; no picture is published without your consent.',
    },
    stages: ['creation', 'development', 'sustainability'],
    modes: ['on-site', 'mobile-visit'],
    openEligibility: [{ code: '1372', name: 'Specialized Training' }],
  },
  {
    code: 'DIG',
    names: {
      ar: 'التكنولوجيا الرقمية والتسويق الشخصي',
      fr: 'numérique et marketing personnel',
      en: 'digital and personal marketing',
    },
    meaning: {
      ar: 'تكوين على استعمال الهاتف والحاسوب لتقديم نفسك والبيع عبر الإنترنت.',
      fr: 'Vous apprenez à vous présenter et à vendre en ligne, avec un téléphone ou un ordinateur.',
      en: 'You learn to present yourself and to sell online, with a phone or a computer.',
    },
    stages: ['idea', 'creation', 'development'],
    modes: ['on-site', 'online'],
    openEligibility: [{ code: '1367', name: 'Computer Class' }],
  },
];
