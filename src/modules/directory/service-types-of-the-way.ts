import type { ServiceType } from './service-type-entry.ts';

/** Services that keep a person on her way: finding out, being sent to the right door, being accompanied and followed. */
export const wayServiceTypes: readonly ServiceType[] = [
  {
    code: 'INF',
    names: { ar: 'الوصول إلى المعلومة', fr: 'accès à l’information', en: 'access to information' },
    meaning: {
      ar: 'معلومات عما هو متاح لك، وأين، وبأي وثائق.',
      fr: 'Vous apprenez ce qui existe pour vous, où, et avec quels papiers.',
      en: 'You learn what there is for you, where, and with which papers.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'online', 'mobile-visit'],
    openEligibility: [{ code: '1292', name: 'Navigating the System' }],
  },
  {
    code: 'ACC',
    names: { ar: 'مرافقة', 'ar-MA': 'مواكبة', fr: 'accompagnement', en: 'accompaniment' },
    meaning: {
      ar: 'شخص واحد يسير معك خطوة بخطوة وفق خطة تضعانها معا.',
      fr: 'Une même personne avance avec vous, étape par étape, selon un plan fait ensemble.',
      en: 'One person walks with you step by step, on a plan you make together.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'online', 'mobile-visit'],
    openEligibility: [{ code: '1309', name: 'One-on-One Support' }],
  },
  {
    code: 'ORI',
    names: { ar: 'توجيه', fr: 'orientation', en: 'orientation' },
    meaning: {
      ar: 'نستمع إليك ثم نقترح الخدمات المناسبة ونشرح السبب.',
      fr: 'On vous écoute, puis on propose les services qui conviennent, en disant pourquoi.',
      en: 'You are heard, then the fitting services are proposed, with the reasons.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'mobile-visit'],
    openEligibility: [{ code: '1292', name: 'Navigating the System' }],
  },
  {
    code: 'FUP',
    names: { ar: 'متابعة المشروع', 'ar-MA': 'تتبع المشروع', fr: 'suivi de projet', en: 'project follow-up' },
    meaning: {
      ar: 'نسأل عن مشروعك بعد إحداثه ونعينك إذا تعثر.',
      fr: 'On prend des nouvelles du projet après sa création et on vous aide s’il peine.',
      en: 'After it starts, your project is visited and helped if it struggles.',
    },
    stages: ['development', 'sustainability'],
    modes: ['on-site', 'online', 'mobile-visit'],
    openEligibility: [{ code: '1309', name: 'One-on-One Support' }],
  },
  {
    code: 'REF',
    names: {
      ar: 'إحالة إلى الخدمات الأساسية',
      fr: 'renvoi vers les services de base',
      en: 'referral to basic services',
    },
    meaning: {
      ar: 'نرسلك، بعد موافقتك، إلى خدمة أخرى كالصحة أو السكن، ونتأكد من أنها استقبلتك.',
      fr: 'Avec votre accord, on vous adresse à un autre service (santé, logement) et on vérifie qu’il vous a reçu.',
      en: 'With your consent, you are sent to another service (health, housing), and we check that it received you.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['partner-site'],
    openEligibility: [{ code: '1292', name: 'Navigating the System' }],
  },
];
