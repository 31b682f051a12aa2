import type { FormContent, QuestionChoice } from './form-content.ts';
import type { Condition } from './condition.ts';

const hasProject: Condition = {
  any: [{ answer: 'stage', is: 'creation' }, { answer: 'stage', is: 'development' }, { answer: 'stage', is: 'sustainability' }],
};

const brings: readonly QuestionChoice[] = [
  { code: 'idea', icon: 'seedling', wants: ['ADV', 'INC'], labels: { ar: 'فكرة أو مشروع', fr: 'Une idée ou un projet', en: 'An idea or a project' } },
  { code: 'money', icon: 'coins', wants: ['FIN'], labels: { ar: 'البحث عن تمويل', fr: 'Chercher un financement', en: 'Looking for money' } },
  { code: 'training', icon: 'training', wants: ['CAP'], labels: { ar: 'التكوين', fr: 'Une formation', en: 'Training' } },
  { code: 'selling', icon: 'stall', wants: ['MKT'], labels: { ar: 'بيع منتوج أو خدمة', fr: 'Vendre un produit ou un service', en: 'Selling a product or a service' } },
  { code: 'papers', icon: 'scales', wants: ['LEG'], labels: { ar: 'الأوراق والقانون', fr: 'Les papiers et le droit', en: 'Papers and law' } },
  { code: 'place', icon: 'desk', wants: ['COW'], labels: { ar: 'مكان للعمل', fr: 'Un lieu pour travailler', en: 'A place to work' } },
  { code: 'partners', icon: 'network', wants: ['NET'], labels: { ar: 'التعرف على شركاء', fr: 'Rencontrer des partenaires', en: 'Meeting partners' } },
  { code: 'daily-life', icon: 'heart', wants: ['REF', 'INF'], labels: { ar: 'الصحة أو السكن أو الحقوق', fr: 'La santé, le logement ou les droits', en: 'Health, housing or rights' } },
];

const situations: readonly QuestionChoice[] = [
  { code: 'head-of-household', labels: { ar: 'إعالة الأسرة', fr: 'Je porte seule ou seul la charge du ménage', en: 'I carry my household' } },
  { code: 'single-parent', labels: { ar: 'تربية الأطفال دون سند', fr: 'J’élève mes enfants sans soutien', en: 'I raise my children alone' } },
  { code: 'jobless', labels: { ar: 'دون عمل', fr: 'Je suis sans emploi', en: 'I have no job' } },
  { code: 'low-income', labels: { ar: 'دخل محدود', fr: 'Mes revenus sont faibles', en: 'My income is low' } },
  { code: 'disability', labels: { ar: 'وضعية إعاقة', fr: 'Je vis avec un handicap', en: 'I live with a disability' } },
  { code: 'rural', labels: { ar: 'السكن في الوسط الريفي', fr: 'J’habite en milieu rural', en: 'I live in the countryside' } },
  { code: 'artisan', labels: { ar: 'العمل في الصناعات التقليدية', fr: 'Je travaille dans l’artisanat', en: 'I work in crafts' } },
  { code: 'domestic-worker', labels: { ar: 'العمل المنزلي', fr: 'Je fais du travail domestique', en: 'I do domestic work' } },
  { code: 'migrant', labels: { ar: 'القدوم من بلد آخر', fr: 'Je viens d’un autre pays', en: 'I come from another country' } },
];

const stages: readonly QuestionChoice[] = [
  { code: 'none', labels: { ar: 'لا يوجد مشروع', fr: 'Pas de projet', en: 'No project' } },
  { code: 'idea', icon: 'advice', points: 2, labels: { ar: 'فكرة', fr: 'Une idée', en: 'An idea' } },
  { code: 'creation', icon: 'seedling', points: 2, labels: { ar: 'مشروع في طور الإحداث', fr: 'En cours de création', en: 'Being set up' } },
  { code: 'development', icon: 'tools', points: 1, labels: { ar: 'نشاط قائم ويتطور', fr: 'Une activité qui se développe', en: 'Running and growing' } },
  { code: 'sustainability', icon: 'cycle', points: 0, labels: { ar: 'نشاط مستقر يراد له أن يدوم', fr: 'Une activité établie, à faire durer', en: 'Established, made to last' } },
];

const legalForms: readonly QuestionChoice[] = [
  { code: 'none', labels: { ar: 'دون شكل قانوني', fr: 'Aucune', en: 'None' } },
  { code: 'auto-entrepreneur', labels: { ar: 'مبادر ذاتي أو مقاول ذاتي', fr: 'Auto-entrepreneur', en: 'Auto-entrepreneur' } },
  { code: 'cooperative', labels: { ar: 'تعاضدية أو تعاونية إنتاج', fr: 'Coopérative', en: 'Cooperative' } },
  { code: 'smsa', labels: { ar: 'شركة تعاونية للخدمات الفلاحية', fr: 'Société mutuelle de services agricoles (SMSA)', en: 'Farm services company (SMSA)' } },
  { code: 'gda', labels: { ar: 'مجمع تنمية فلاحية', fr: 'Groupement de développement agricole (GDA)', en: 'Farming development group (GDA)' } },
  { code: 'association', labels: { ar: 'جمعية', fr: 'Association', en: 'Association' } },
  { code: 'company', labels: { ar: 'شركة', fr: 'Société', en: 'Company' } },
  { code: 'informal-group', labels: { ar: 'مجموعة غير مهيكلة', fr: 'Groupe informel', en: 'Informal group' } },
];

/** The first questionnaire: the needs of someone with an idea or an activity (domain.md rows 0.18, 3.13, 3.14). Published by `publish-form`. */
export const needsFormV1: FormContent = {
  code: 'needs',
  names: { ar: 'حاجيات صاحب المشروع أو صاحبته', fr: 'Besoins d’un porteur ou d’une porteuse de projet', en: 'Needs of a project holder' },
  active_from: '2024-01-01',
  scales: [{
    code: 'support',
    names: { ar: 'الحاجة إلى المرافقة', fr: 'Besoin d’accompagnement', en: 'Need for support' },
    bands: [
      { from: 0, names: { ar: 'المعلومة قد تكفي', fr: 'Une information peut suffire', en: 'Information may be enough' } },
      { from: 4, names: { ar: 'موعد مع شخص مختص مفيد', fr: 'Un rendez-vous avec une personne compétente est utile', en: 'A talk with someone competent would help' } },
      { from: 8, names: { ar: 'متابعة منتظمة مطلوبة', fr: 'Un accompagnement régulier est souhaitable', en: 'Regular support is advisable' } },
    ],
  }],
  questions: [
    { code: 'brings', kind: 'choices', required: true, icon: 'message', choices: brings,
      labels: { ar: 'ما سبب الزيارة اليوم؟', fr: 'Qu’est-ce qui vous amène aujourd’hui ?', en: 'What brings you today?' },
      help: { ar: 'يمكن اختيار أكثر من جواب.', fr: 'Plusieurs réponses sont possibles.', en: 'You may choose several.' } },
    { code: 'stage', kind: 'choice', required: true, icon: 'seedling', choices: stages, scale: 'support', tells: 'stage',
      labels: { ar: 'إلى أين وصل المشروع؟', fr: 'Où en est votre projet ?', en: 'How far is your project?' } },
    { code: 'legal-form', kind: 'choice', icon: 'book', choices: legalForms, show_if: hasProject, tells: 'legal-form',
      labels: { ar: 'ما الشكل القانوني للنشاط؟', fr: 'Quelle est la forme juridique de l’activité ?', en: 'What is its legal form?' } },
    { code: 'online-selling', kind: 'choice', icon: 'screen', show_if: hasProject,
      labels: { ar: 'هل يتم البيع عبر الإنترنت؟', fr: 'Vendez-vous en ligne ?', en: 'Do you sell online?' },
      choices: [
        { code: 'yes', labels: { ar: 'نعم', fr: 'Oui', en: 'Yes' } },
        { code: 'no', labels: { ar: 'لا', fr: 'Non', en: 'No' } },
        { code: 'would-like', wants: ['MKT', 'DIG'], labels: { ar: 'ليس بعد، والرغبة موجودة', fr: 'Pas encore, j’aimerais', en: 'Not yet, I would like to' } },
      ] },
    { code: 'finance', kind: 'choice', icon: 'coins', scale: 'support', show_if: { not: { answer: 'stage', is: 'none' } },
      labels: { ar: 'هل يحتاج المشروع إلى المال؟', fr: 'Votre projet a-t-il besoin d’argent ?', en: 'Does your project need money?' },
      choices: [
        { code: 'no', points: 0, labels: { ar: 'لا', fr: 'Non', en: 'No' } },
        { code: 'small', points: 1, wants: ['FIN'], labels: { ar: 'مبلغ صغير للبدء', fr: 'Une petite somme pour commencer', en: 'A small sum to start' } },
        { code: 'equipment', points: 2, wants: ['FIN'], labels: { ar: 'تجهيزات أو توسعة', fr: 'De l’équipement ou un agrandissement', en: 'Equipment or growth' } },
      ] },
    { code: 'paperwork', kind: 'yes-no', icon: 'scales', scale: 'support',
      choices: [{ code: 'yes', points: 1, wants: ['LEG'] }],
      labels: { ar: 'هل هناك حاجة إلى مساعدة في الأوراق أو القانون؟', fr: 'Avez-vous besoin d’aide pour des papiers ou une question de droit ?', en: 'Do you need help with papers or the law?' } },
    { code: 'space', kind: 'yes-no', icon: 'desk', choices: [{ code: 'yes', wants: ['COW'] }], show_if: { not: { answer: 'brings', is: 'place' } },
      labels: { ar: 'هل هناك حاجة إلى مكان للعمل؟', fr: 'Avez-vous besoin d’un lieu pour travailler ?', en: 'Do you need a place to work?' } },
    { code: 'childcare', kind: 'yes-no', icon: 'together', tells: 'childcare',
      labels: { ar: 'هل هناك حاجة إلى من يعتني بالأطفال خلال الموعد؟', fr: 'Faut-il quelqu’un pour garder vos enfants pendant le rendez-vous ?', en: 'Do you need someone to look after children meanwhile?' } },
    { code: 'hard', kind: 'scale', icon: 'heart', scale: 'support',
      labels: { ar: 'ما مدى صعوبة التقدم اليوم؟', fr: 'Avancer aujourd’hui, est-ce difficile ?', en: 'How hard is it to go forward today?' },
      help: { ar: '1 سهل، 5 صعب جدا.', fr: '1 : facile, 5 : très difficile.', en: '1 is easy, 5 is very hard.' } },
    { code: 'urgency', kind: 'choice', icon: 'clock', scale: 'support',
      labels: { ar: 'متى يجب إيجاد حل؟', fr: 'Quand faut-il une solution ?', en: 'When is an answer needed?' },
      choices: [
        { code: 'can-wait', points: 0, labels: { ar: 'يمكن الانتظار', fr: 'Cela peut attendre', en: 'It can wait' } },
        { code: 'this-month', points: 1, labels: { ar: 'خلال هذا الشهر', fr: 'Ce mois-ci', en: 'This month' } },
        { code: 'this-week', points: 2, labels: { ar: 'خلال هذا الأسبوع', fr: 'Cette semaine', en: 'This week' } },
      ] },
    { code: 'reading', kind: 'choice', icon: 'book',
      labels: { ar: 'كيف تفضل معرفة الخطوة التالية؟', fr: 'Comment préférez-vous recevoir la suite ?', en: 'How do you prefer to learn the next step?' },
      choices: [
        { code: 'text', icon: 'book', labels: { ar: 'مكتوبة', fr: 'Par écrit', en: 'In writing' } },
        { code: 'pictures', icon: 'eye', labels: { ar: 'بالصور', fr: 'Avec des images', en: 'With pictures' } },
        { code: 'voice', icon: 'speaker', labels: { ar: 'شفويا', fr: 'De vive voix', en: 'By voice' } },
      ] },
    { code: 'situation', kind: 'choices', sealed: true, icon: 'shield', choices: situations, tells: 'situation',
      labels: { ar: 'هل من وضع تجب مراعاته؟', fr: 'Y a-t-il une situation à prendre en compte ?', en: 'Is there a situation to take into account?' },
      help: {
        ar: 'بعض الخدمات تعطي الأولوية لهذه الأوضاع ولا تقصي أحدا.',
        fr: 'Certains services donnent une priorité à ces situations, sans exclure personne.',
        en: 'Some services put these situations first; none shuts anyone out.',
      } },
    { code: 'own-words', kind: 'text', sealed: true, icon: 'message',
      labels: { ar: 'بكلمات الشخص نفسه', fr: 'Avec vos propres mots', en: 'In your own words' } },
  ],
};
