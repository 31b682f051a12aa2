import type { ServiceType } from './service-type-entry.ts';

/** Services that help a project stand: law, advice, contacts, markets, money, incubation, a place to work. */
export const supportServiceTypes: readonly ServiceType[] = [
  {
    code: 'LEG',
    names: { ar: 'مساندة قانونية', fr: 'appui juridique', en: 'legal support' },
    meaning: {
      ar: 'نشرح لك حقوقك والأشكال القانونية، ونعينك على إعداد الوثائق.',
      fr: 'On vous explique vos droits et les formes juridiques, et on prépare les actes avec vous.',
      en: 'Your rights and the legal forms are explained, and the papers prepared with you.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'online'],
    openEligibility: [{ code: '1375', name: 'Advocacy & Legal Aid' }],
  },
  {
    code: 'ADV',
    names: { ar: 'استشارة', fr: 'conseil', en: 'advice' },
    meaning: {
      ar: 'يجيبك مختص عن سؤال محدد في جلسة قصيرة.',
      fr: 'Un spécialiste répond à une question précise pendant un court entretien.',
      en: 'A specialist answers one precise question in a short talk.',
    },
    stages: ['idea', 'creation', 'development', 'sustainability'],
    modes: ['on-site', 'online', 'mobile-visit'],
    openEligibility: [{ code: '1309', name: 'One-on-One Support' }],
  },
  {
    code: 'NET',
    names: { ar: 'تشبيك', fr: 'mise en réseau', en: 'networking' },
    meaning: {
      ar: 'نعرفك بأشخاص وهياكل يمكن العمل معهم، بعد موافقتك.',
      fr: 'Avec votre accord, on vous présente à des personnes et des structures avec qui travailler.',
      en: 'With your consent, you meet people and bodies you could work with.',
    },
    stages: ['creation', 'development', 'sustainability'],
    modes: ['on-site', 'partner-site', 'online'],
    openEligibility: [{ code: '1303', name: 'Support Network' }],
  },
  {
    code: 'MKT',
    names: { ar: 'تسويق', fr: 'commercialisation', en: 'marketing' },
    meaning: {
      ar: 'نعينك على تحديد السعر والوصول إلى الزبائن والمعارض.',
      fr: 'On vous aide à fixer vos prix et à trouver des clients et des foires.',
      en: 'You are helped to set your prices and to reach customers and fairs.',
    },
    stages: ['development', 'sustainability'],
    modes: ['on-site', 'partner-site', 'online'],
    openEligibility: [{ code: '1110', name: 'Work' }],
  },
  {
    code: 'FIN',
    names: { ar: 'الوصول إلى التمويل', fr: 'accès au financement', en: 'access to finance' },
    meaning: {
      ar: 'نبحث معك عن منحة أو قرض، ونعد الملف، ونتابع الجواب.',
      fr: 'On cherche avec vous une subvention ou un prêt, on monte le dossier et on suit la réponse.',
      en: 'A grant or loan is looked for with you, the file put together and the answer followed.',
    },
    stages: ['creation', 'development'],
    modes: ['on-site', 'partner-site'],
    openEligibility: [{ code: '1232', name: 'Financial Assistance' }],
  },
  {
    code: 'INC',
    names: { ar: 'احتضان', fr: 'incubation', en: 'incubation' },
    meaning: {
      ar: 'نستقبل مشروعك عدة أشهر، بالتكوين والمتابعة، حتى ينطلق.',
      fr: 'Votre projet est accueilli plusieurs mois, avec formation et suivi, jusqu’à son lancement.',
      en: 'Your project is hosted for some months, with training and follow-up, until it starts.',
    },
    stages: ['idea', 'creation'],
    modes: ['on-site', 'partner-site'],
    openEligibility: [{ code: '1110', name: 'Work' }],
  },
  {
    code: 'COW',
    names: { ar: 'فضاء عمل مشترك', fr: 'coworking', en: 'coworking' },
    meaning: {
      ar: 'مكتب وإنترنت وقاعة اجتماع مشتركة مع مشاريع أخرى.',
      fr: 'Un bureau, une connexion et une salle de réunion, partagés avec d’autres projets.',
      en: 'A desk, a connection and a meeting room, shared with other projects.',
    },
    stages: ['idea', 'creation', 'development'],
    modes: ['on-site'],
    openEligibility: [{ code: '1110', name: 'Work' }],
  },
];
