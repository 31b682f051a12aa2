import type { Named } from '#core/words/named.ts';
import { both, oncePerPerson } from './counting-words.ts';
import type { Indicator } from './indicator.ts';

const steps: readonly { readonly code: string; readonly event: string; readonly names: Named; readonly when: Named; readonly without: Named }[] = [
  {
    code: 'registered', event: 'incubation.applicant-registered',
    names: { ar: 'المسجلون في النداءات', fr: 'Personnes inscrites à un appel', en: 'People registered for a call' },
    when: { ar: 'يرتفع الرقم حين يودع طلب، أو ينشر ملف تسجيلات.', fr: 'Le chiffre monte lorsqu’une candidature est déposée ou qu’un fichier d’inscriptions est publié.', en: 'The figure rises when an application is handed in or a file of registrations is published.' },
    without: { ar: 'لا يشمل الطلبات المستبعدة لأن أصحابها واردون من قبل، ولا الملفات المسحوبة.', fr: 'Sans les candidatures écartées comme doublons, ni les fichiers annulés.', en: 'Leaves out applications struck out because the person stood there already, and files taken back.' },
  },
  {
    code: 'entered-cohort', event: 'incubation.application-entered-cohort',
    names: { ar: 'الملتحقون بفوج مواكبة', fr: 'Personnes entrées dans une promotion', en: 'People who entered a cohort' },
    when: { ar: 'يرتفع الرقم حين يلتحق صاحب طلب مقبول بفوج.', fr: 'Le chiffre monte lorsqu’une personne sélectionnée entre dans une promotion.', en: 'The figure rises when somebody selected enters a cohort.' },
    without: { ar: 'لا يشمل أعضاء مجموعة غير من يقودها.', fr: 'Sans les membres d’un groupe autres que qui le mène.', en: 'Leaves out members of a group other than its leader.' },
  },
  {
    code: 'created', event: 'incubation.venture-created',
    names: { ar: 'أصحاب المقاولات المنشأة', fr: 'Personnes ayant créé leur entreprise', en: 'People who created an enterprise' },
    when: { ar: 'يرتفع الرقم حين تسجل المقاولة قانونيا.', fr: 'Le chiffre monte lorsque l’entreprise est enregistrée.', en: 'The figure rises when the enterprise is registered.' },
    without: { ar: 'لا يشمل المشاريع التي لم تسجل بعد.', fr: 'Sans les projets non encore enregistrés.', en: 'Leaves out projects not registered yet.' },
  },
];

/** Registered, entered a cohort, created: three numbers of persons on the road of calls, counted apart. */
export const personsInCalls: readonly Indicator[] = steps.map(({ code, event, names, when, without }) => ({
  code: `persons-${code}`, names, unit: 'person', events: [event], counting: 'persons', rule: both(oncePerPerson, when), leavesOut: without,
}));
