import type { Indicator } from './indicator.ts';
import { moneyGranted } from './money-granted.ts';
import { personsInCalls } from './persons-in-calls.ts';
import { trainedInCourses } from './trained-in-courses.ts';
import { personsAndOrganizations } from './persons-and-organizations.ts';

const visits: Indicator = {
  code: 'visits', unit: 'visit', events: ['desk.client-received'], counting: 'visits',
  names: { ar: 'الزيارات', fr: 'Visites', en: 'Visits' },
  rule: {
    ar: 'كل زيارة استُقبل فيها شخص أو هيكل تُحسب مرة واحدة.',
    fr: 'Chaque visite au cours de laquelle une personne ou une organisation a été reçue compte pour une.',
    en: 'Each visit in which a person or an organization was received counts once.',
  },
  leavesOut: {
    ar: 'لا يشمل من أخذ رقما وغادر قبل استقباله.',
    fr: 'Sans les numéros pris puis abandonnés avant l’accueil.',
    en: 'Leaves out those who took a number and left before being received.',
  },
};

const waiting: Indicator = {
  code: 'waiting-time', unit: 'minute', events: ['desk.ticket-called'], counting: 'median-waited',
  names: { ar: 'مدة الانتظار', fr: 'Temps d’attente', en: 'Waiting time' },
  rule: {
    ar: 'الدقائق بين أخذ الرقم والمناداة عليه. نصف الزيارات انتظر أقل من هذا الرقم ونصفها أكثر (الوسيط).',
    fr: 'Minutes entre la prise du numéro et son appel. La moitié des visites a attendu moins, l’autre moitié plus (médiane).',
    en: 'Minutes between taking a number and its call. Half of the visits waited less, half waited more (median).',
  },
  leavesOut: {
    ar: 'لا يشمل من غادر قبل المناداة ولا الأوراق التي أُدخلت لاحقا.',
    fr: 'Sans les départs avant l’appel ni les fiches papier saisies plus tard.',
    en: 'Leaves out those who left before the call, and paper sheets typed later.',
  },
};

const satisfaction: Indicator = {
  code: 'satisfaction', unit: 'face', events: ['desk.experience-assessed'], counting: 'mean-faces',
  names: { ar: 'الرضا', fr: 'Satisfaction', en: 'Satisfaction' },
  rule: {
    ar: 'معدل الوجوه الخمسة التي اختارها الناس، من 1 (سيئ جدا) إلى 5 (جيد جدا).',
    fr: 'Moyenne des cinq visages choisis par les personnes, de 1 (très mauvais) à 5 (très bon).',
    en: 'Mean of the five faces people chose, from 1 (very bad) to 5 (very good).',
  },
  leavesOut: {
    ar: 'لا يشمل من فضّل عدم الجواب.',
    fr: 'Sans les personnes qui ont préféré ne pas répondre.',
    en: 'Leaves out those who preferred not to answer.',
  },
};

const unmetNeeds: Indicator = {
  code: 'unmet-needs', unit: 'need', events: ['desk.need-unmet'], counting: 'needs',
  names: { ar: 'الاحتياجات غير الملبّاة', fr: 'Besoins non satisfaits', en: 'Unmet needs' },
  rule: {
    ar: 'كل احتياج لم نجد له خدمة ممكنة أو رُفضت خدمته يُحسب مرة واحدة، مع سببه.',
    fr: 'Chaque besoin resté sans service possible, ou dont le service a été refusé, compte pour un, avec sa cause.',
    en: 'Each need that found no possible service, or whose service was declined, counts once, with its cause.',
  },
  leavesOut: {
    ar: 'لا يشمل الاحتياجات التي لم يُفصح عنها أحد.',
    fr: 'Sans les besoins que personne n’a dits.',
    en: 'Leaves out needs nobody spoke of.',
  },
};

/** Every figure of the desk, in the order in which screens show them. */
export const indicators: readonly Indicator[] = [...personsAndOrganizations, visits, waiting, satisfaction, unmetNeeds, ...personsInCalls, ...trainedInCourses, ...moneyGranted];

/** The codes of every figure. */
export const indicatorCodes = indicators.map(({ code }) => code) as [string, ...string[]];

/** One figure's declaration by its code. */
export const findIndicator = (code: string): Indicator | undefined => indicators.find((one) => one.code === code);
