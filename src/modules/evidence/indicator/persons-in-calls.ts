import type { Named } from '#core/words/named.ts';
import { both, oncePerPerson } from './counting-words.ts';
import type { Indicator } from './indicator.ts';

const struckOut: Named = { ar: 'لا يشمل الطلبات المستبعدة لأن أصحابها واردون من قبل، ولا الملفات المسحوبة.', fr: 'Sans les candidatures écartées comme doublons, ni les fichiers annulés.', en: 'Leaves out applications struck out because the person stood there already, and files taken back.' };
const notBefore: Named = { ar: 'لا يشمل من بلغ خطوة أخرى فقط: لكل خطوة رقمها.', fr: 'Sans les personnes venues à une autre étape seulement : chaque étape a son chiffre.', en: 'Leaves out who came to another step only: each step has its figure.' };

const steps: readonly { readonly code: string; readonly event: string; readonly names: Named; readonly when: Named; readonly without: Named }[] = [
  {
    code: 'registered', event: 'incubation.applicant-registered', without: struckOut,
    names: { ar: 'المسجلون في الدعوات', fr: 'Personnes inscrites à un appel', en: 'People registered for a call' },
    when: { ar: 'يرتفع الرقم حين يودع طلب، أو ينشر ملف تسجيلات.', fr: 'Le chiffre monte lorsqu’une candidature est déposée ou qu’un fichier d’inscriptions est publié.', en: 'The figure rises when an application is handed in or a file of registrations is published.' },
  },
  {
    code: 'selected', event: 'incubation.applicant-selected',
    names: { ar: 'المقبولون في الدعوات', fr: 'Personnes sélectionnées dans un appel', en: 'People selected in a call' },
    when: { ar: 'يرتفع الرقم حين تنشر نتائج دعوة، أو يقبل من كان في قائمة الانتظار.', fr: 'Le chiffre monte à la publication des résultats, ou lorsqu’une place libérée est donnée à la liste d’attente.', en: 'The figure rises when results are published, or when a place given back goes to the waiting list.' },
    without: { ar: 'لا يشمل من هم في قائمة الانتظار. من قُبل ثم انسحب يبقى محسوبا.', fr: 'Sans la liste d’attente. Qui a été retenu puis s’est retiré reste compté.', en: 'Leaves out the waiting list. Who was selected and left later stays counted.' },
  },
  {
    code: 'trained-in-calls', event: 'incubation.applicant-trained', without: { ar: 'لا يشمل الدورات خارج الدعوات: لها رقم خاص بها.', fr: 'Sans les formations suivies hors d’un appel, qui ont leur propre chiffre.', en: 'Leaves out courses outside a call: they have a figure of their own.' },
    names: { ar: 'من أنهوا التكوين بعد دعوة', fr: 'Personnes formées à la suite d’un appel', en: 'People trained after a call' },
    when: { ar: 'يرتفع الرقم حين يسجل أن المشروع المقبول أنهى تكوينه.', fr: 'Le chiffre monte lorsqu’un projet retenu a terminé sa formation.', en: 'The figure rises when a selected project has finished its training.' },
  },
  {
    code: 'accompanied', event: 'incubation.applicant-accompanied', without: notBefore,
    names: { ar: 'من بدأت مرافقتهم بعد دعوة', 'ar-MA': 'من بدأت مواكبتهم بعد دعوة', fr: 'Personnes accompagnées à la suite d’un appel', en: 'People accompanied after a call' },
    when: { ar: 'يرتفع الرقم حين تبدأ مرافقة المشروع.', 'ar-MA': 'يرتفع الرقم حين تبدأ مواكبة المشروع.', fr: 'Le chiffre monte lorsque l’accompagnement du projet commence.', en: 'The figure rises when the accompaniment of the project begins.' },
  },
  {
    code: 'funded', event: 'funding.person-funded',
    without: { ar: 'لا يشمل من أُلغي تمويله قبل أن يُدفع منه شيء.', fr: 'Sans les personnes dont le financement a été annulé avant tout paiement.', en: 'Leaves out people whose funding was cancelled before any of it was paid.' },
    names: { ar: 'أصحاب المشاريع الممولة', fr: 'Personnes dont le projet est financé', en: 'People whose project is funded' },
    when: { ar: 'يرتفع الرقم حين تسلم شهادة التمويل بعد إمضاء كراس الشروط.', 'ar-MA': 'يرتفع الرقم حين تسلم شهادة التمويل بعد توقيع دفتر التحملات.', fr: 'Le chiffre monte à la remise de l’attestation de financement, cahier des charges signé.', en: 'The figure rises when the certificate of funding is issued, its specifications signed.' },
  },
  {
    code: 'created', event: 'incubation.applicant-created', without: { ar: 'لا يشمل المشاريع التي لم تسجل بعد.', fr: 'Sans les projets non encore enregistrés.', en: 'Leaves out projects not registered yet.' },
    names: { ar: 'من أحدثوا مؤسسة', 'ar-MA': 'من أحدثوا مقاولة', fr: 'Personnes ayant créé leur entreprise', en: 'People who created an enterprise' },
    when: { ar: 'يرتفع الرقم حين تسجل المؤسسة قانونيا.', 'ar-MA': 'يرتفع الرقم حين تسجل المقاولة قانونيا.', fr: 'Le chiffre monte lorsque l’entreprise est enregistrée.', en: 'The figure rises when the enterprise is registered.' },
  },
  {
    code: 'alive', event: 'incubation.applicant-alive', without: { ar: 'لا يشمل من لم تُزر مؤسسته بعد.', 'ar-MA': 'لا يشمل من لم تُزر مقاولته بعد.', fr: 'Sans les entreprises non encore revues.', en: 'Leaves out enterprises not seen again yet.' },
    names: { ar: 'من استمرت مؤسستهم بعد سنة', 'ar-MA': 'من استمرت مقاولتهم بعد سنة', fr: 'Personnes dont l’entreprise vit après douze mois', en: 'People whose enterprise lives after twelve months' },
    when: { ar: 'يرتفع الرقم حين توجد المؤسسة مستمرة في زيارة الشهر الثاني عشر.', 'ar-MA': 'يرتفع الرقم حين توجد المقاولة مستمرة في زيارة الشهر الثاني عشر.', fr: 'Le chiffre monte lorsque l’entreprise est trouvée en activité au suivi du douzième mois.', en: 'The figure rises when the enterprise is found at work at the follow-up of the twelfth month.' },
  },
];

/** Registered, selected, trained, accompanied, funded, created, alive: numbers of the same persons on the road of calls, each counted by itself. */
export const personsInCalls: readonly Indicator[] = steps.map(({ code, event, names, when, without }) => ({
  code: `persons-${code}`, names, unit: 'person', events: [event], counting: 'persons', rule: both(oncePerPerson, when), leavesOut: without,
}));
