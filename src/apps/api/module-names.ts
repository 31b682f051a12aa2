import type { Named } from '#core/words/named.ts';

/** What the parts of the house are called where the API lists them. */
export const moduleNames: Readonly<Record<string, Named>> = {
  network: { ar: 'الشبكة والمراكز والفريق', fr: 'Réseau, centres et équipe', en: 'Network, hubs and staff' },
  people: { ar: 'الأشخاص', fr: 'Personnes', en: 'Persons' },
  documents: { ar: 'الوثائق', fr: 'Documents', en: 'Documents' },
  messages: { ar: 'الرسائل', fr: 'Messages', en: 'Messages' },
  directory: { ar: 'دليل الخدمات', fr: 'Annuaire des services', en: 'Directory of services' },
  accompaniment: { ar: 'الملفات والمرافقة', 'ar-MA': 'الملفات والمواكبة', fr: 'Dossiers et accompagnement', en: 'Files and accompaniment' },
  rights: { ar: 'حقوق الأشخاص', fr: 'Droits des personnes', en: 'Rights of persons' },
  transfer: { ar: 'الانتقال بين المراكز', fr: 'Transferts entre centres', en: 'Transfers between hubs' },
  desk: { ar: 'الشباك', fr: 'Guichet', en: 'Desk' },
  confidential: { ar: 'الأمور المحمية', fr: 'Ce qui est protégé', en: 'Protected matters' },
  programme: { ar: 'البرامج واللجان', fr: 'Programmes et comités', en: 'Programmes and committees' },
  training: { ar: 'الدورات التكوينية', fr: 'Formations', en: 'Courses' },
  currency: { ar: 'المساعدات والعملة المحلية', fr: 'Aides et monnaie locale', en: 'Aid and local currency' },
  ledger: { ar: 'دفتر الحسابات', fr: 'Grand livre', en: 'Ledger' },
  research: { ar: 'بيانات للبحث', fr: 'Données pour la recherche', en: 'Data for research' },
  reports: { ar: 'التقارير', fr: 'Rapports', en: 'Reports' },
  registers: { ar: 'السجلات وإثباتاتها', fr: 'Registres et preuves', en: 'Registers and their proofs' },
  funding: { ar: 'التمويل والمدفوعات', fr: 'Financements et paiements', en: 'Funding and payments' },
  incubation: { ar: 'الدعوات ومرافقة المشاريع', 'ar-MA': 'الدعوات ومواكبة المشاريع', fr: 'Appels à projets et incubation', en: 'Calls and incubation' },
  evidence: { ar: 'الإحصاءات', fr: 'Chiffres', en: 'Figures' },
  exchange: { ar: 'الاستيراد والتصدير', fr: 'Import et export', en: 'Import and export' },
  portal: { ar: 'البوابة', fr: 'Portail', en: 'Portal' },
  webhooks: { ar: 'برامج يصلها الخبر', fr: 'Programmes avertis', en: 'Programs that are told' },
};
