import type { Multilingual } from '#core/input.ts';
import type { Named } from '#core/words/named.ts';

/** Documents that a call may ask for. */
export const papers: Readonly<Record<string, Named>> = {
  identity: { ar: 'نسخة من بطاقة الهوية', fr: 'Copie de la pièce d’identité', en: 'Copy of the identity paper' },
  'project-note': { ar: 'بطاقة وصف المشروع', fr: 'Note de présentation du projet', en: 'Note on the project' },
  quotes: { ar: 'بيانات أثمان المعدات', fr: 'Devis des équipements', en: 'Quotes for the equipment' },
  diploma: { ar: 'شهادة أو دليل على الخبرة', fr: 'Diplôme ou preuve d’expérience', en: 'Diploma or proof of experience' },
  statutes: { ar: 'النظام الأساسي', fr: 'Statuts', en: 'Statutes' },
  'members-list': { ar: 'قائمة الأعضاء', fr: 'Liste des membres', en: 'List of members' },
  'public-letter': { ar: 'رسالة من هيكل عمومي', fr: 'Lettre d’un organisme public', en: 'Letter of a public body' },
  disability: { ar: 'بطاقة إعاقة', fr: 'Carte de handicap', en: 'Disability card' },
};

export const paperCodes = ['identity', 'project-note', 'quotes', 'diploma', 'statutes', 'members-list', 'public-letter', 'disability'] as const;

/** The papers of a call as its row keeps them, in the order of the list. */
export const papersOf = (codes: readonly string[]): { code: string; names: Multilingual }[] =>
  paperCodes.filter((code) => codes.includes(code)).map((code) => ({ code, names: { ar: papers[code]!.ar, fr: papers[code]!.fr, en: papers[code]!.en } }));
