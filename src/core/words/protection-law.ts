import type { Country } from './locale.ts';
import type { Named } from './named.ts';

/** A law that a person may lean on, and what it gives her in plain sentences. Not advice: a lawyer of the country must read them. */
export interface Law {
  readonly code: string;
  readonly name: Named;
  readonly says: readonly Named[];
}

/** What the law of a country asks of paid work in homes; hours and rest are the most an adult may be asked. */
export interface WorkLaw extends Law {
  /** Who keeps a copy of the written contract. */
  readonly copies: readonly ('worker' | 'employer' | 'labour_inspection' | 'employment_office')[];
  readonly mostWeekHours: number;
  readonly weeklyRest: boolean;
}

interface Laws {
  readonly violence: Law;
  readonly work: WorkLaw;
}

/**
 * Laws by country, where they were read; the other countries wait for somebody who knows theirs.
 * Tunisia: 2017-58 (domain.md 3.10 for article 39: at once, separate rooms, informed of rights; femmesdumaroc.com for the order of the
 * family judge without a complaint, legal aid and shelter). 2021-37 (chaexpert.com on JORT 68/2021: four copies, legalised signatures,
 * wage on 48 hours, receipt, CNSS; webmanagercenter.com of 1 July 2021: no children, no go-betweens, weekly day of rest).
 * Morocco: 103-13 (social.gov.ma: units in courts, hospitals and police, no contact for a year; amvef.org: certificate and complaint).
 * 19-12 (maghress.com, libe.ma, lepetitjournalmarocain.com of 2018: three legalised copies, receipt of the inspection, 48 hours, 24 hours of rest,
 * 60 % of the minimum wage, CNSS within a month, eighteen years since October 2023 when the five years of transition ended).
 */
export const lawsOf: Partial<Readonly<Record<Country, Laws>>> = {
  TN: {
    violence: {
      code: 'TN-2017-58',
      name: {
        ar: 'القانون الأساسي عدد 58 لسنة 2017 المتعلق بالقضاء على العنف ضد المرأة',
        fr: 'loi organique n° 2017-58 relative à l’élimination de la violence à l’égard des femmes',
        en: 'organic law 2017-58 on the elimination of violence against women',
      },
      says: [
        { ar: 'يمكن أن يأمر قاضي الأسرة بالحماية، حتى دون شكاية جزائية.', fr: 'Le juge de la famille peut ordonner une protection, même sans plainte pénale.', en: 'The family judge can order protection, even without a criminal complaint.' },
        { ar: 'يجب على الأعوان التعامل مع الطلب فورا، والاستماع في مكان منفصل، والإعلام بالحقوق.', fr: 'Les agents doivent répondre sans attendre, entendre à part et informer des droits.', en: 'Officers must answer at once, listen in a separate room and tell of the rights.' },
        { ar: 'الإعانة العدلية والإيواء والإعلام حقوق.', fr: 'L’aide judiciaire, l’hébergement et l’information sont des droits.', en: 'Legal aid, shelter and information are rights.' },
      ],
    },
    work: {
      code: 'TN-2021-37',
      name: {
        ar: 'القانون عدد 37 لسنة 2021 المتعلق بتنظيم العمل المنزلي',
        fr: 'loi n° 2021-37 relative à la réglementation du travail domestique',
        en: 'law 2021-37 on domestic work',
      },
      says: [
        { ar: 'عقد مكتوب في أربع نسخ معرّف بإمضائها: للعاملة أو العامل، ولصاحب العمل، ولتفقدية الشغل، ولمكتب التشغيل.', fr: 'Un contrat écrit en quatre exemplaires à signatures légalisées : travailleuse ou travailleur, employeur, inspection du travail, bureau de l’emploi.', en: 'A written contract in four copies with legalised signatures: worker, employer, labour inspection, employment office.' },
        { ar: 'أجر لا يقل عن الأجر الأدنى المضمون لنظام 48 ساعة، يُدفع مقابل وصل.', fr: 'Un salaire d’au moins le minimum garanti du régime de 48 heures, payé contre reçu.', en: 'A wage of at least the guaranteed minimum for 48 hours, paid against a receipt.' },
        { ar: 'يوم راحة في الأسبوع، والتسجيل في الصندوق الوطني للضمان الاجتماعي.', fr: 'Un jour de repos par semaine et l’affiliation à la CNSS.', en: 'A day of rest each week and registration with the CNSS.' },
        { ar: 'تشغيل الأطفال والوساطة خارج المكاتب المرخص لها ممنوعان.', fr: 'L’emploi d’enfants et les intermédiaires hors des bureaux agréés sont interdits.', en: 'Employing children and go-betweens other than licensed offices are forbidden.' },
      ],
      copies: ['worker', 'employer', 'labour_inspection', 'employment_office'],
      mostWeekHours: 48,
      weeklyRest: true,
    },
  },
  MA: {
    violence: {
      code: 'MA-103-13',
      name: {
        ar: 'القانون رقم 103.13 المتعلق بمحاربة العنف ضد النساء',
        fr: 'loi n° 103-13 relative à la lutte contre la violence à l’égard des femmes',
        en: 'law 103-13 on combating violence against women',
      },
      says: [
        { ar: 'توجد خلايا للتكفل في المحاكم والمستشفيات ولدى الأمن.', fr: 'Des cellules de prise en charge existent dans les tribunaux, les hôpitaux et la police.', en: 'There are units for reception in courts, hospitals and the police.' },
        { ar: 'تسلّم خلية المستشفى شهادة طبية تُرفق بالشكاية.', fr: 'La cellule de l’hôpital délivre un certificat médical, joint à la plainte.', en: 'The unit of the hospital gives a medical certificate that goes with the complaint.' },
        { ar: 'يمكن للمحكمة منع الاتصال والاقتراب.', fr: 'Le tribunal peut interdire tout contact et toute approche.', en: 'The court can forbid contact and coming near.' },
      ],
    },
    work: {
      code: 'MA-19-12',
      name: {
        ar: 'القانون رقم 19.12 بتحديد شروط الشغل والتشغيل المتعلقة بالعاملات والعمال المنزليين',
        fr: 'loi n° 19-12 fixant les conditions de travail et d’emploi des travailleuses et travailleurs domestiques',
        en: 'law 19-12 on the conditions of domestic work',
      },
      says: [
        { ar: 'عقد مكتوب في ثلاثة نظائر مصحح الإمضاء، يودع أحدها لدى مفتشية الشغل مقابل وصل.', fr: 'Un contrat écrit en trois exemplaires à signatures légalisées, dont un déposé à l’inspection du travail contre récépissé.', en: 'A written contract in three copies with legalised signatures, one left with the labour inspection against a receipt.' },
        { ar: 'أجر لا يقل عن 60 في المائة من الحد الأدنى القانوني، و48 ساعة في الأسبوع على الأكثر.', fr: 'Un salaire d’au moins 60 % du SMIG, et 48 heures par semaine au plus.', en: 'A wage of at least 60 % of the minimum wage, and 48 hours a week at most.' },
        { ar: '24 ساعة متصلة من الراحة كل أسبوع، والتصريح لدى الصندوق الوطني للضمان الاجتماعي خلال شهر.', fr: '24 heures de repos d’affilée chaque semaine et la déclaration à la CNSS dans le mois.', en: '24 hours of rest in a row each week, and registration with the CNSS within a month.' },
        { ar: 'السن الأدنى 18 سنة.', fr: 'L’âge minimum est de 18 ans.', en: 'The minimum age is 18.' },
      ],
      copies: ['worker', 'employer', 'labour_inspection'],
      mostWeekHours: 48,
      weeklyRest: true,
    },
  },
};
