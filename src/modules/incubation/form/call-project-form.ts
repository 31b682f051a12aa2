import type { FormContent, QuestionChoice } from '#modules/desk/public.ts';

const sectors: readonly QuestionChoice[] = [
  { code: 'food', labels: { ar: 'صناعة غذائية ومطبخ', fr: 'Agroalimentaire et cuisine', en: 'Food and cooking' } },
  { code: 'crafts', labels: { ar: 'صناعات تقليدية ونسيج', fr: 'Artisanat et textile', en: 'Crafts and textile' } },
  { code: 'farming', labels: { ar: 'فلاحة وتربية ماشية', fr: 'Agriculture et élevage', en: 'Farming and livestock' } },
  { code: 'sea', labels: { ar: 'صيد ومنتوجات البحر', fr: 'Pêche et produits de la mer', en: 'Fishing and products of the sea' } },
  { code: 'care', labels: { ar: 'رعاية وخدمات للأسر', fr: 'Soin et services aux familles', en: 'Care and services to families' } },
  { code: 'tourism', labels: { ar: 'سياحة وضيافة', fr: 'Tourisme et accueil', en: 'Tourism and hosting' } },
  { code: 'digital', labels: { ar: 'خدمات رقمية', fr: 'Services numériques', en: 'Digital services' } },
  { code: 'environment', labels: { ar: 'بيئة وتثمين النفايات', fr: 'Environnement et valorisation des déchets', en: 'Environment and use of waste' } },
  { code: 'trade', labels: { ar: 'تجارة', fr: 'Commerce', en: 'Trade' } },
  { code: 'other', labels: { ar: 'قطاع آخر', fr: 'Un autre secteur', en: 'Another sector' } },
];

const trainings: readonly QuestionChoice[] = [
  { code: 'none', labels: { ar: 'لا شيء بعد', fr: 'Aucune encore', en: 'None yet' } },
  { code: 'literacy', labels: { ar: 'محو الأمية', fr: 'Alphabétisation', en: 'Literacy' } },
  { code: 'trade', labels: { ar: 'تكوين في الحرفة', fr: 'Formation au métier', en: 'Training in the trade' } },
  { code: 'management', labels: { ar: 'تكوين في التسيير', fr: 'Formation à la gestion', en: 'Training in management' } },
  { code: 'digital', labels: { ar: 'تكوين رقمي', fr: 'Formation au numérique', en: 'Digital training' } },
];

const incomes: readonly QuestionChoice[] = [
  { code: 'none', labels: { ar: 'لا دخل قار', fr: 'Aucun revenu fixe', en: 'No fixed income' } },
  { code: 'below-minimum', labels: { ar: 'أقل من الأجر الأدنى', fr: 'Moins que le salaire minimum', en: 'Below the minimum wage' } },
  { code: 'around-minimum', labels: { ar: 'من أجر أدنى إلى اثنين', fr: 'D’un à deux salaires minimums', en: 'One to two minimum wages' } },
  { code: 'above', labels: { ar: 'أكثر من ذلك', fr: 'Davantage', en: 'More' } },
  { code: 'unsaid', labels: { ar: 'لا جواب', fr: 'Ne souhaite pas répondre', en: 'Would rather not say' } },
];

/** What a call asks somebody with an idea or an activity (domain.md 2.6, 3.2). What tells of a life is sealed. Published by `desk.publish-form`. */
export const callProjectForm: FormContent = {
  code: 'call-project',
  names: { ar: 'ملف المشروع', fr: 'Dossier de projet', en: 'Project file' },
  active_from: '2024-01-01',
  scales: [],
  questions: [
    {
      code: 'stage', kind: 'choice', required: true, labels: { ar: 'أين وصل المشروع؟', fr: 'Où en est le projet ?', en: 'How far is the project?' },
      choices: [
        { code: 'idea', icon: 'advice', labels: { ar: 'فكرة لم تبدأ بعد', fr: 'Une idée qui n’a pas commencé', en: 'An idea not begun yet' } },
        { code: 'existing', icon: 'stall', labels: { ar: 'نشاط قائم', fr: 'Une activité qui existe', en: 'An activity that exists' } },
      ],
    },
    { code: 'sector', kind: 'choice', required: true, labels: { ar: 'في أي قطاع؟', fr: 'Dans quel secteur ?', en: 'In which sector?' }, choices: sectors },
    {
      code: 'project', kind: 'text', required: true, sealed: true, jury: true, labels: { ar: 'ما هو المشروع، بكلمات من يتقدم به؟', fr: 'Quel est le projet, avec les mots de la personne ?', en: 'What is the project, in the person’s own words?' },
      help: { ar: 'ماذا، لمن، وكيف.', fr: 'Quoi, pour qui, comment.', en: 'What, for whom, how.' },
    },
    { code: 'since-year', kind: 'number', lowest: 1950, highest: 2100, show_if: { answer: 'stage', is: 'existing' }, labels: { ar: 'منذ أي سنة؟', fr: 'Depuis quelle année ?', en: 'Since which year?' } },
    { code: 'jobs-now', kind: 'number', lowest: 0, highest: 10_000, show_if: { answer: 'stage', is: 'existing' }, labels: { ar: 'كم شخصا يعمل فيه اليوم؟', fr: 'Combien de personnes y travaillent aujourd’hui ?', en: 'How many people work in it today?' } },
    { code: 'jobs-planned', kind: 'number', lowest: 0, highest: 10_000, labels: { ar: 'كم شغلا جديدا في سنتين؟', fr: 'Combien d’emplois nouveaux en deux ans ?', en: 'How many new jobs within two years?' } },
    { code: 'training', kind: 'choices', labels: { ar: 'أي تكوين سبق؟', fr: 'Quelle formation déjà suivie ?', en: 'Which training already?' }, choices: trainings },
    {
      code: 'own-share', kind: 'number', lowest: 0, highest: 100, labels: { ar: 'المساهمة الذاتية، بالمائة من الكلفة', fr: 'Apport propre, en pour cent du coût', en: 'Own share, per cent of the cost' },
      help: { ar: 'مالا أو عملا أو معدات.', fr: 'En argent, en travail ou en matériel.', en: 'In money, work or equipment.' },
    },
    {
      code: 'head-of-household', kind: 'yes-no', sealed: true, labels: { ar: 'هل تقع إعالة الأسرة على من يتقدم؟', fr: 'La personne porte-t-elle la charge du ménage ?', en: 'Does the person carry the household?' },
      choices: [{ code: 'yes' }, { code: 'no' }],
    },
    { code: 'income', kind: 'choice', sealed: true, labels: { ar: 'دخل الأسرة في الشهر', fr: 'Revenu du ménage par mois', en: 'Income of the household per month' }, choices: incomes },
    {
      code: 'disability', kind: 'yes-no', sealed: true, labels: { ar: 'هل توجد إعاقة؟', fr: 'Y a-t-il une situation de handicap ?', en: 'Is there a disability?' },
      choices: [{ code: 'yes' }, { code: 'no' }],
    },
    {
      code: 'rural', kind: 'yes-no', labels: { ar: 'هل المشروع في الوسط القروي أو الريفي؟', fr: 'Le projet est-il en milieu rural ?', en: 'Is the project in the countryside?' },
      choices: [{ code: 'yes' }, { code: 'no' }],
    },
  ],
};
