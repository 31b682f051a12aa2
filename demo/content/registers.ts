import type { Written } from './written.ts';

/** An entry of a register of the demo: its first words, and the steps it took, each on its day. `source` names what is real; the rest says that it is an example. */
export interface DemoEntry {
  readonly names: Written;
  readonly about: Written;
  readonly body: string;
  readonly source: string;
  readonly steps: readonly DemoStep[];
}

/** `paper` is what the step's paper is called; the file itself is an empty example. `another`: a colleague of whoever wrote the entry takes this step. */
export interface DemoStep {
  readonly to: string;
  readonly on: string;
  readonly paper?: string;
  readonly another?: true;
  readonly women?: string;
  readonly men?: string;
  readonly others?: string;
}

const invented = 'متخيل لأغراض العرض · inventé pour la démonstration';

/** Visits: no source names one of the twelve, so these are examples: one reported, one whose report is missing and which counts nothing. */
export const demoVisits: readonly (DemoEntry & { readonly country: string; readonly from: string; readonly to: string })[] = [
  {
    names: ['زيارة إلى إشبيلية: العملة المحلية (مثال)', 'Visite à Séville : la monnaie locale (exemple)', 'Visit to Seville: the local currency (example)'],
    about: ['كيف تصل المساعدة الاجتماعية عبر عملة محلية تكميلية.', 'Comment l’aide sociale passe par une monnaie locale complémentaire.', 'How social aid reaches people through a local complementary currency.'],
    body: 'acpp', country: 'ES', from: '2022-03-14', to: '2022-03-17', source: invented,
    steps: [{ to: 'done', on: '2022-03-17', women: '6', men: '3' }, { to: 'reported', on: '2022-04-05', paper: 'تقرير الزيارة (مثال).pdf' }],
  },
  {
    names: ['زيارة إلى باغايو: خطة عمل محلية (مثال)', 'Visite à Paggaio : un plan d’action local (exemple)', 'Visit to Paggaio: a local action plan (example)'],
    about: ['الربط بين التشغيل والخدمات الاجتماعية.', 'Relier emploi et services sociaux.', 'Linking employment and social services.'],
    body: 'afturd', country: 'GR', from: '2023-05-08', to: '2023-05-10', source: invented,
    steps: [{ to: 'done', on: '2023-05-10', women: '4', men: '2' }],
  },
];

/** One recommendation that a colleague validated and one that is still a draft. */
export const demoRecommendations: readonly DemoEntry[] = [
  {
    names: ['شباك اجتماعي في كل بلدية (مثال)', 'Un guichet social dans chaque commune (exemple)', 'A social desk in every municipality (example)'],
    about: ['استقبال واحد قبل أن تطرق النساء أبواب المصالح الواحدة بعد الأخرى.', 'Un seul accueil avant que les femmes ne frappent à chaque porte.', 'One reception before women have to knock at every door.'],
    body: 'atfd', source: invented,
    steps: [
      { to: 'peer_reviewed', on: '2023-02-06', another: true }, { to: 'validated', on: '2023-02-20', another: true, paper: 'نص التوصية (مثال).pdf' },
      { to: 'submitted', on: '2023-03-01', paper: 'وصل الإيداع (مثال).pdf' },
    ],
  },
  {
    names: ['نصيب من الصفقات العمومية للتعاضديات (مثال)', 'Une part des marchés publics aux coopératives (exemple)', 'A share of public contracts for cooperatives (example)'],
    about: ['مسودة لم يراجعها أحد بعد، فلا تحسب.', 'Un projet que personne n’a relu : il ne compte pas.', 'A draft nobody has reviewed: it counts nothing.'],
    body: 'acpp', source: invented, steps: [],
  },
];

/** The national legal studies: thirty, five themes in six countries; no source gives their titles or authors. */
export const demoStudy: DemoEntry = {
  names: ['الدراسات القانونية الوطنية: تونس', 'Études juridiques nationales : Tunisie', 'National legal studies: Tunisia'],
  about: ['خمسة محاور في ستة بلدان: ثلاثون دراسة. لا يذكر المصدر عناوينها.', 'Cinq thèmes dans six pays : trente études. La source n’en donne pas les titres.', 'Five themes in six countries: thirty studies. The source does not give their titles.'],
  body: 'afturd', source: 'domain.md 3.1 [R:legal]', steps: [{ to: 'fieldwork', on: '2021-06-01' }],
};

/** The demonstrative action of Tunisia. The dates of its steps are examples. */
export const demoPilot: DemoEntry = {
  names: ['عنقود Female Force Studio بالمدينة العتيقة', 'Cluster Female Force Studio, Médina de Tunis', 'Female Force Studio cluster, Medina of Tunis'],
  about: ['النشاط الإيضاحي في تونس، وقد صار عنقودا للاقتصاد الاجتماعي والتضامني.', 'L’action de démonstration en Tunisie, devenue cluster d’économie sociale et solidaire.', 'The demonstrative action in Tunisia, which became a cluster of the social and solidarity economy.'],
  body: 'tcse', source: 'domain.md 3.1, table [R:tcse]',
  steps: [
    { to: 'admissible', on: '2022-06-10', paper: 'رسالة مساندة (مثال).pdf' }, { to: 'evaluated', on: '2022-07-01', another: true }, { to: 'awarded', on: '2022-07-15', another: true },
    { to: 'contracted', on: '2022-09-01', paper: 'العقد (مثال).pdf' }, { to: 'implementing', on: '2022-10-03' }, { to: 'final_report', on: '2023-11-30', paper: 'التقرير الختامي (مثال).pdf' },
  ],
};

/** The Lingare festival of 2023: four stations and some 450 visitors, whom nobody counted by sex. */
export const demoFestival: DemoEntry & { readonly day: string } = {
  names: ['مهرجان لينغاري', 'Festival Lingare', 'Lingare festival'],
  about: ['أربع محطات وقرابة 450 زائرا.', 'Quatre stations, environ 450 visiteurs.', 'Four stations, about 450 visitors.'],
  body: 'tcse', day: '2023-05-27', source: 'domain.md 3.2 [R:lf]; the sheet is an example',
  steps: [{ to: 'announced', on: '2023-05-02' }, { to: 'held', on: '2023-05-27' }, { to: 'attendance_validated', on: '2023-05-29', others: '450', paper: 'ورقة الحضور (مثال).pdf' }],
};

/** What the festival decided: examples, one of them late. */
export const demoMeasures: readonly { readonly what: Written; readonly owner: string; readonly due: string }[] = [
  { what: ['دورة ثانية في كل محطة (مثال)', 'Une deuxième édition dans chaque station (exemple)', 'A second edition at every station (example)'], owner: 'فريق المحطات (مثال)', due: '2024-05-31' },
  { what: ['دليل مشترك للمرافقين (مثال)', 'Un guide commun pour les accompagnateurs (exemple)', 'A common guide for those who accompany (example)'], owner: 'لجنة التكوين (مثال)', due: '2031-12-31' },
];
