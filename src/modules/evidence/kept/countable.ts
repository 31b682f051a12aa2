import { ageBands } from '#core/text/age-band.ts';
import { currencies } from '#core/money.ts';
import type { Named } from '#core/words/named.ts';
import type { KeptUnit } from './definition.ts';

/** Something that happens and may be counted: what one of it may be, what may be asked of it, and what comes before it on the same road. */
export interface Countable {
  readonly names: Named;
  readonly units: readonly KeptUnit[];
  readonly fields: readonly FieldCode[];
  readonly proofs: readonly ProofCode[];
  /** Whoever came so far only is listed as not counted yet. */
  readonly before: readonly string[];
}

const same = (word: string): Named => ({ ar: word, fr: word, en: word });
const each = (codes: readonly string[]): Readonly<Record<string, Named>> => Object.fromEntries(codes.map((code) => [code, same(code)]));
const notKnown: Named = { ar: 'غير معروف', fr: 'Non connu', en: 'Not known' };

/** What may be asked of an event, with the values that may count. */
export const fields = {
  sex: {
    names: { ar: 'الجنس', fr: 'Sexe', en: 'Sex' },
    values: { female: { ar: 'نساء', fr: 'Femmes', en: 'Women' }, male: { ar: 'رجال', fr: 'Hommes', en: 'Men' }, unknown: notKnown },
  },
  age_band: { names: { ar: 'الفئة العمرية', fr: 'Tranche d’âge', en: 'Age band' }, values: { ...each(ageBands), unknown: notKnown } },
  via: {
    names: { ar: 'طريقة القدوم', fr: 'Façon de venir', en: 'How she came' },
    values: {
      'walk-in': { ar: 'إلى الشباك', fr: 'Au guichet', en: 'To the counter' }, appointment: { ar: 'بموعد', fr: 'Sur rendez-vous', en: 'By appointment' },
      phone: { ar: 'بالهاتف', fr: 'Par téléphone', en: 'By phone' }, paper: { ar: 'على ورقة أُدخلت لاحقا', fr: 'Sur une fiche papier', en: 'On a paper sheet' },
    },
  },
  outcome: {
    names: { ar: 'ما الذي قُدّم', fr: 'Ce qui a été donné', en: 'What was given' },
    values: {
      full: { ar: 'الخدمة كاملة', fr: 'Le service entier', en: 'The whole service' }, partial: { ar: 'جزء منها', fr: 'Une partie', en: 'A part of it' },
      'referred-on': { ar: 'توجيه إلى جهة أخرى', fr: 'Un renvoi ailleurs', en: 'Sent on elsewhere' },
    },
  },
  applicant: {
    names: { ar: 'من تقدم بالطلب', fr: 'Qui a candidaté', en: 'Who applied' },
    values: { person: { ar: 'شخص', fr: 'Une personne', en: 'A person' }, group: { ar: 'مجموعة', fr: 'Un groupe', en: 'A group' }, organization: { ar: 'هيكل', fr: 'Une organisation', en: 'An organization' } },
  },
  towards: {
    names: { ar: 'نحو ماذا', fr: 'Vers quoi', en: 'Towards what' },
    values: {
      project: { ar: 'مشروع', fr: 'Un projet', en: 'A project' }, work: { ar: 'عمل', fr: 'Un emploi', en: 'Work' },
      daily_life: { ar: 'الحياة اليومية', fr: 'La vie quotidienne', en: 'Daily life' }, organization: { ar: 'هيكل', fr: 'Une organisation', en: 'An organization' },
    },
  },
  month: {
    names: { ar: 'بعد كم شهر', fr: 'Après combien de mois', en: 'After how many months' },
    values: each(['3', '6', '12', '24']),
  },
  occupation: {
    names: { ar: 'المهنة', fr: 'Métier', en: 'Occupation' },
    values: {
      social_worker: { ar: 'أخصائي اجتماعي', 'ar-MA': 'عامل اجتماعي', fr: 'Travail social', en: 'Social worker' }, front_line: { ar: 'عون خط أمامي', fr: 'Première ligne', en: 'Front-line staff' },
      local_authority: { ar: 'سلطة محلية', fr: 'Collectivité locale', en: 'Local authority' }, civil_society: { ar: 'مجتمع مدني', fr: 'Société civile', en: 'Civil society' },
      trainer: { ar: 'مكوّن', fr: 'Formation', en: 'Trainer' }, other: { ar: 'غير ذلك', fr: 'Autre', en: 'Other' },
    },
  },
  currency: { names: { ar: 'العملة', fr: 'Monnaie', en: 'Currency' }, values: each(currencies) },
} as const satisfies Readonly<Record<string, { names: Named; values: Readonly<Record<string, Named>> }>>;
export type FieldCode = keyof typeof fields;
export const fieldCodes = Object.keys(fields) as [FieldCode, ...FieldCode[]];

/** What must be there besides, and the reason with which whoever lacks it is listed. */
export const proofs = {
  'visit-closed': {
    names: { ar: 'اختُتمت الزيارة', fr: 'La visite est close', en: 'The visit was closed' },
    lacking: { ar: 'الزيارة لم تُختتم', fr: 'La visite n’est pas close', en: 'The visit is not closed' },
  },
  'signed-by-all': {
    names: { ar: 'وقّعتها كل الأطراف', fr: 'Toutes les parties ont signé', en: 'Every party has signed' },
    lacking: { ar: 'لم توقّعها كل الأطراف', fr: 'Toutes les parties n’ont pas signé', en: 'Not every party has signed' },
  },
  'not-ended': {
    names: { ar: 'لم تُنهَ ولم تُعلّق', fr: 'Ni résiliée ni suspendue', en: 'Neither ended nor suspended' },
    lacking: { ar: 'أُنهيت أو عُلّقت', fr: 'Résiliée ou suspendue', en: 'Ended or suspended' },
  },
  'seen-or-on-paper': {
    names: { ar: 'تحقق بزيارة أو وثائق أو سجل', fr: 'Vérifié par une visite, des pièces ou un registre', en: 'Verified by a visit, papers or a register' },
    lacking: { ar: 'قيل بالهاتف فقط', fr: 'Dit au téléphone seulement', en: 'Only said on the phone' },
  },
  'paper-stands': {
    names: { ar: 'وثيقة الدليل محفوظة', fr: 'La pièce est conservée', en: 'The paper that shows it stands' },
    lacking: { ar: 'سُحبت وثيقة الدليل', fr: 'La pièce a été retirée', en: 'The paper that showed it was withdrawn' },
  },
  'at-work': {
    names: { ar: 'المشروع ما زال يعمل', fr: 'L’entreprise est en activité', en: 'The enterprise is at work' },
    lacking: { ar: 'المشروع توقف', fr: 'L’entreprise a cessé', en: 'The enterprise has stopped' },
  },
} as const satisfies Readonly<Record<string, { names: Named; lacking: Named }>>;
export type ProofCode = keyof typeof proofs;
export const proofCodes = Object.keys(proofs) as [ProofCode, ...ProofCode[]];

const ofPersons = ['sex', 'age_band'] as const;
const ofApplicants = [...ofPersons, 'applicant'] as const;
const entry = (names: Named, before: readonly string[]): Countable => ({ names, units: ['entry'], fields: [], proofs: ['paper-stands'], before: before.map((name) => `registers.${name}`) });
/** Amounts of aid and local currency: nobody is counted. */
const paid = (names: Named): Countable => ({ names, units: ['amount'], fields: ['currency'], proofs: [], before: [] });
const person = (names: Named, more: Partial<Countable> = {}): Countable => ({ names, units: ['person'], fields: ofPersons, proofs: [], before: [], ...more });

/** Every event that may be counted, by its full name. */
export const countable: Readonly<Record<string, Countable>> = {
  'desk.client-received': person({ ar: 'استقبال شخص أو هيكل', fr: 'Quelqu’un est accueilli', en: 'Somebody was received' }, { units: ['person', 'organization', 'visit'], fields: [...ofPersons, 'via'], proofs: ['visit-closed'], before: ['desk.ticket-opened'] }),
  'desk.client-oriented': person({ ar: 'اختيار خدمة', fr: 'Un service est choisi', en: 'A service was chosen' }, { units: ['person', 'organization'] }),
  'desk.service-served': person({ ar: 'تقديم خدمة', fr: 'Un service est rendu', en: 'A service was given' }, { units: ['person', 'organization'], fields: [...ofPersons, 'outcome'], before: ['desk.referral-sent'] }),
  'training.person-trained': person({ ar: 'إنهاء دورة تكوينية', fr: 'Une formation est terminée', en: 'A course was finished' }, { before: ['training.seat-given'] }),
  'accompaniment.accompaniment-begun': person({ ar: 'بدء مرافقة', 'ar-MA': 'بدء مواكبة', fr: 'Un accompagnement commence', en: 'An accompaniment began' }, { units: ['person', 'organization'], fields: [...ofPersons, 'towards'], before: ['accompaniment.case-opened'] }),
  'incubation.applicant-registered': person({ ar: 'التسجيل في دعوة', fr: 'Inscription à un appel', en: 'Registered for a call' }, { fields: ofApplicants }),
  'incubation.applicant-selected': person({ ar: 'القبول في دعوة', fr: 'Sélection dans un appel', en: 'Selected in a call' }, { fields: ofApplicants, before: ['incubation.applicant-registered'] }),
  'incubation.applicant-trained': person({ ar: 'إنهاء التكوين بعد دعوة', fr: 'Formation terminée après un appel', en: 'Trained after a call' }, { fields: ofApplicants, before: ['incubation.applicant-selected'] }),
  'incubation.applicant-accompanied': person({ ar: 'بدء المرافقة بعد دعوة', 'ar-MA': 'بدء المواكبة بعد دعوة', fr: 'Accompagnement commencé après un appel', en: 'Accompanied after a call' }, { fields: ofApplicants, before: ['incubation.applicant-trained'] }),
  'incubation.applicant-created': person({ ar: 'إحداث مؤسسة', 'ar-MA': 'إحداث مقاولة', fr: 'Création d’une entreprise', en: 'Created an enterprise' }, { fields: ofApplicants, before: ['incubation.applicant-accompanied'] }),
  'incubation.applicant-alive': person({ ar: 'مؤسسة مستمرة بعد سنة', 'ar-MA': 'مقاولة مستمرة بعد سنة', fr: 'Entreprise vivante après douze mois', en: 'Enterprise alive after twelve months' }, { fields: ofApplicants, before: ['incubation.applicant-created'] }),
  'incubation.plan-validated': person({ ar: 'المصادقة على مخطط', fr: 'Un plan est validé', en: 'A plan was validated' }, { units: ['person', 'project'], before: ['incubation.plan-written'] }),
  'incubation.venture-created': person({ ar: 'تسجيل مؤسسة قانونيا', 'ar-MA': 'تسجيل مقاولة قانونيا', fr: 'Une entreprise est enregistrée', en: 'An enterprise was registered' }, { units: ['project'], fields: [] }),
  'incubation.followed-up': person({ ar: 'متابعة مؤسسة', 'ar-MA': 'تتبع مقاولة', fr: 'Une entreprise est revue', en: 'An enterprise was seen again' }, { units: ['job', 'job_female', 'job_young', 'fte', 'project'], fields: ['month'], proofs: ['seen-or-on-paper', 'at-work'] }),
  'funding.person-funded': person({ ar: 'تمويل صاحب مشروع', fr: 'Une personne est financée', en: 'A person was funded' }, { fields: ofApplicants }),
  'funding.grant-certified': person({ ar: 'تسليم شهادة تمويل', fr: 'Un financement est attesté', en: 'A funding was certified' }, { units: ['project', 'amount'], fields: ['currency'], before: ['funding.grant-approved'] }),
  'network.agreement-signed': person({ ar: 'توقيع اتفاقية', fr: 'Une convention est signée', en: 'An agreement was signed' }, { units: ['agreement'], fields: [], proofs: ['signed-by-all', 'not-ended'], before: ['network.agreement-drafted', 'network.agreement-negotiated', 'network.agreement-approved'] }),
  'registers.study-visit-reported': entry({ ar: 'تقديم تقرير زيارة دراسية', fr: 'Le compte rendu d’une visite d’étude est remis', en: 'A study visit was reported' }, ['study-visit-planned', 'study-visit-made']),
  'registers.recommendation-validated': entry({ ar: 'المصادقة على توصية', fr: 'Une recommandation est validée', en: 'A recommendation was validated' }, ['recommendation-drafted', 'recommendation-reviewed']),
  'registers.recommendation-adopted': entry({ ar: 'اعتماد توصية', fr: 'Une recommandation est adoptée', en: 'A recommendation was adopted' }, ['recommendation-validated', 'recommendation-submitted', 'recommendation-acknowledged']),
  'registers.study-published': entry({ ar: 'نشر دراسة', fr: 'Une étude est publiée', en: 'A study was published' }, ['study-commissioned', 'study-fieldwork-begun', 'study-drafted', 'study-validated']),
  'registers.pilot-contracted': entry({ ar: 'التعاقد على مشروع تجريبي', fr: 'Un projet pilote est conventionné', en: 'A pilot was contracted' }, ['pilot-proposed', 'pilot-admitted', 'pilot-evaluated', 'pilot-awarded']),
  'registers.event-reported': entry({ ar: 'تقديم تقرير تظاهرة', fr: 'Le compte rendu d’un événement est remis', en: 'An event was reported' }, ['event-planned', 'event-announced', 'event-held', 'event-attendance-validated']),
  'registers.story-told': entry({ ar: 'رواية تغيير', fr: 'Un changement est raconté', en: 'A change was told' }, []),
  'network.centre-upgraded': person({ ar: 'تأهيل مركز', fr: 'Un centre est remis à niveau', en: 'A centre was upgraded' }, { units: ['entry'], fields: [], before: ['network.works-planned', 'network.works-started', 'network.works-finished'] }),
  'training.seat-given': person({ ar: 'قبول متعلم في دورة', fr: 'Une place de formation est donnée', en: 'A learner got a place' }, { fields: [], before: [] }),
  'currency.aid-granted': person({ ar: 'منح مساعدة لأسرة', fr: 'Une aide est accordée à un ménage', en: 'Aid was granted to a household' }, { units: ['household', 'amount'], fields: [...ofPersons, 'currency'] }),
  'currency.payment-taken': paid({ ar: 'دفع في متجر', fr: 'Un achat est payé en boutique', en: 'A purchase was paid in a shop' }),
  'currency.voucher-redeemed': paid({ ar: 'أخذ قسيمة في متجر', fr: 'Un bon est pris en boutique', en: 'A voucher was taken in a shop' }),
  'currency.aid-expired': paid({ ar: 'انتهاء مدة مساعدة', fr: 'Une aide arrive à son terme', en: 'The time of an aid was over' }),
  'currency.residue-returned': paid({ ar: 'عودة باقي مساعدة إلى الصندوق', fr: 'Un reste revient au fonds', en: 'A rest returned to the fund' }),
  'currency.vouchers-expired': paid({ ar: 'انتهاء مدة قسائم', fr: 'Des bons arrivent à leur terme', en: 'The time of vouchers was over' }),
  'currency.claim-paid': paid({ ar: 'صرف مستحقات تاجر', fr: 'Un commerçant est réglé', en: 'A merchant was paid' }),
  'registers.professional-trained': person({ ar: 'تكوين مهني', fr: 'Un professionnel est formé', en: 'A professional was trained' }, { units: ['professional'], fields: ['sex', 'occupation'] }),
};
export const eventCodes = Object.keys(countable) as [string, ...string[]];
