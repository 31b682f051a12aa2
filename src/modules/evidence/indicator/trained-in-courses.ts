import { both, oncePerPerson } from './counting-words.ts';
import type { Indicator } from './indicator.ts';

/** Those the hubs serve who were trained, and the colleagues who were: two figures that never add up to one (domain.md rows 1.5 and 4.16). */
export const trainedInCourses: readonly Indicator[] = [
  {
    code: 'persons-trained', unit: 'person', events: ['training.person-trained'], counting: 'persons',
    names: { ar: 'الأشخاص الذين تكوّنوا', fr: 'Personnes formées', en: 'People trained' },
    rule: both(oncePerPerson, {
      ar: 'يرتفع الرقم حين تُختتم دورة حضر الشخص أربعة أخماس أنصاف أيامها على الأقل.',
      fr: 'Le chiffre monte à la clôture d’une formation suivie au moins aux quatre cinquièmes.',
      en: 'The figure rises when a course closes of which she attended four fifths at least.',
    }),
    leavesOut: {
      ar: 'لا يشمل أعضاء الفريق والمكوّنين، ولا من حضر أقل من ذلك.',
      fr: 'Sans l’équipe ni les formateurs, ni les présences plus courtes.',
      en: 'Leaves out staff and trainers, and who attended less.',
    },
  },
  {
    code: 'professionals-trained', unit: 'person', events: ['training.staff-trained'], counting: 'professionals',
    names: { ar: 'المهنيون الذين تكوّنوا', fr: 'Professionnels formés', en: 'Professionals trained' },
    rule: {
      ar: 'يُحسب كل عضو من الفرق مرة واحدة في الفترة، مهما كان عدد الدورات.',
      fr: 'Chaque membre des équipes compte une fois dans la période, quel que soit le nombre de formations.',
      en: 'Each colleague counts once in the period, however many courses.',
    },
    leavesOut: {
      ar: 'لا يشمل من تخدمهم الشبابيك الموحدة: لهم رقم خاص بهم.',
      fr: 'Sans les personnes accompagnées, qui ont leur propre chiffre.',
      en: 'Leaves out those the hubs serve: they have a figure of their own.',
    },
  },
];
