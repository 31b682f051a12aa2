import type { DemoBody } from './bodies.ts';
import type { DemoHub, HubKey } from './hubs.ts';
import { type DemoRegion, demoRegions } from './regions-of-morocco.ts';
import { type DemoService, papers, womenAndYouth } from './service.ts';
import type { DemoStaff } from './staff.ts';
import type { Written } from './written.ts';

const keyOf = ({ code }: DemoRegion): HubKey => `incubator-${code.slice(3)}`;
const associationOf = ({ code }: DemoRegion): string => `association-${code.slice(3)}`;
const regionOf = ({ code }: DemoRegion): string => `region-${code.slice(3)}`;

const invented: Written = ['هيئة متخيلة لأغراض العرض.', 'Organisme inventé pour la démonstration.', 'Body invented for the demonstration.'];

/** A reference incubator in each region (S2 row 2.13: twelve nationally). That it is run with this association is invented. */
export const incubatorHubs: readonly DemoHub[] = demoRegions.map((region) => ({
  key: keyOf(region), kind: 'reference-incubator', country: 'MA', territory: region.code,
  names: [`الحاضنة الاجتماعية المرجعية – ${region.names[0]}`, `Incubateur social de référence – ${region.names[1]}`, `Reference social incubator – ${region.names[2]}`],
  welcomes: [
    'استقبال واستماع وتوجيه ومواكبة لحاملات وحاملي المشاريع. الخدمات مجانية.',
    'Accueil, écoute, orientation et accompagnement des porteuses et porteurs de projet. Les services sont gratuits.',
    'Reception, listening, orientation and support for project holders. Services are free.',
  ],
  body: 'ads', members: [associationOf(region), regionOf(region), 'entraide'], around: region.around, persons: region.persons,
  source: 'S2 rows 2.12, 2.13; domain.md 3.4; the desk and its people are invented',
}));

/** The partner associations, invented, and the regional councils that share the programme (S2 row 2.8). */
export const incubatorBodies: readonly DemoBody[] = demoRegions.flatMap((region): DemoBody[] => [
  { key: associationOf(region), names: region.association, sector: 'civil', kind: 'association', territory: region.around[0]!, descriptions: invented },
  { key: regionOf(region), sector: 'public', kind: 'regional-council', territory: region.code, source: 'S2 row 2.8; domain.md 3.4',
    names: [`مجلس جهة ${region.names[0]}`, `Conseil régional, ${region.names[1]}`, `Regional council, ${region.names[2]}`] },
]);

/** Officer and manager of each incubator; invented. */
export const incubatorStaff: readonly DemoStaff[] = demoRegions.flatMap((region): DemoStaff[] => [
  { login: `desk.${keyOf(region)}`, name: region.staff[0], language: 'ar', role: 'desk_officer', hub: keyOf(region) },
  { login: `manager.${keyOf(region)}`, name: region.staff[1], language: 'fr', role: 'hub_manager', hub: keyOf(region) },
]);

type Mission = Omit<DemoService, 'hub' | 'by'> & { readonly by: 'agency' | 'association' };

// S2 row 1.12 names the six missions of an incubator; what each offers here is illustrative, and its text says so.
const missions: readonly Mission[] = [
  { by: 'agency', types: ['ORI', 'INF'], room: [60, 24, 1],
    names: ['الاستقبال والتوجيه', 'Accueil et orientation', 'Reception and orientation'],
    says: ['لقاء أول لفهم الحاجة ثم توجيه إلى الخدمة المناسبة. عرض توضيحي.', 'Un premier entretien pour comprendre le besoin, puis l’orientation vers le bon service. Offre d’illustration.', 'A first talk to understand the need, then orientation to the right service. Illustrative offer.'] },
  { by: 'association', types: ['ACC'], stages: ['idea', 'creation', 'development'], room: [40, 11, 8], priorities: womenAndYouth, childcare: true,
    names: ['المواكبة الفردية', 'Accompagnement individuel', 'One-to-one support'],
    says: ['جلسة كل أسبوعين مع مواكبة من الجمعية الشريكة. عرض توضيحي.', 'Une séance tous les quinze jours avec une accompagnatrice de l’association partenaire. Offre d’illustration.', 'A session every two weeks with a coach of the partner association. Illustrative offer.'] },
  { by: 'association', types: ['FUP', 'MKT'], stages: ['development', 'sustainability'], room: [25, 9, 14], modes: ['mobile-visit'], transportHelp: true,
    names: ['تتبع المشروع بعد الإحداث', 'Suivi du projet après la création', 'Project follow-up after creation'],
    says: ['زيارة في مكان العمل بعد ثلاثة أشهر ثم بعد ستة: المبيعات والحساب والخطوة القادمة. عرض توضيحي.', 'Visite sur le lieu de travail à trois puis six mois : ventes, comptes, prochaine étape. Offre d’illustration.', 'A visit at the workplace after three and six months: sales, accounts, next step. Illustrative offer.'] },
  { by: 'agency', types: ['ADV', 'FIN'], stages: ['idea', 'creation'], room: [30, 7, 12], documents: [papers.card, papers.plan],
    names: ['ريادة الأعمال: من الفكرة إلى مخطط الأعمال', 'Entrepreneuriat : de l’idée au plan d’affaires', 'Entrepreneurship: from the idea to the business plan'],
    says: ['الأشكال القانونية وآليات الدعم والتمويل ومخطط الأعمال. عرض توضيحي.', 'Formes juridiques, dispositifs d’appui et de financement, plan d’affaires. Offre d’illustration.', 'Legal forms, support and finance schemes, business plan. Illustrative offer.'] },
  { by: 'agency', types: ['INC', 'COW'], stages: ['idea', 'creation'], room: [12, 3, 30], priorities: womenAndYouth, documents: [papers.plan],
    names: ['الاحتضان لستة أشهر', 'Incubation de six mois', 'Six months of incubation'],
    says: ['مكان للعمل ومواكبة قريبة إلى أول بيع. عرض توضيحي.', 'Un lieu de travail et un suivi rapproché jusqu’à la première vente. Offre d’illustration.', 'A place to work and close support until the first sale. Illustrative offer.'] },
  { by: 'association', types: ['CAP', 'DIG'], room: [20, 6, 16], priorities: womenAndYouth, childcare: true,
    names: ['تقوية القدرات: التسيير والتسويق', 'Renforcement des compétences : gestion et vente', 'Strengthening skills: running and selling'],
    says: ['عشر حصص: الحساب البسيط والسعر والصورة والبيع عن بعد. عرض توضيحي.', 'Dix séances : comptes simples, prix, photo, vente à distance. Offre d’illustration.', 'Ten sessions: simple accounts, price, photo, selling at a distance. Illustrative offer.'] },
];

const threeThousand: Written = ['الهدف 3\u00a0000 امرأة في كل جهة، أي 36\u00a0000 في الجهات الاثنتي عشرة.', 'Objectif : 3\u00a0000 femmes par région, soit 36\u00a0000 dans les douze régions.', 'Target: 3,000 women in each region, 36,000 in the twelve.'];

/** The programme that every region carries: 36 000 = 12 × 3 000 (S2 row 2.8). A source's own words stand with their source. */
export const jisrService = (hub: HubKey, told?: Written): DemoService => ({
  hub, by: 'ads', types: ['CAP', 'ACC'], priorities: womenAndYouth, rules: [{ field: 'sex', codes: ['female'] }], documents: [papers.card],
  names: ['جسر التمكين والريادة: تكوين ومواكبة', 'Jisr Tamkin wa Riyada : formation et accompagnement', 'Jisr Tamkin wa Riyada: training and support'],
  says: [0, 1, 2].map((at) => [threeThousand[at], told?.[at]].filter(Boolean).join(' ')) as unknown as Written,
});

/** What each incubator gives. */
export const incubatorServices: readonly DemoService[] = demoRegions.flatMap((region) => [
  ...missions.map(({ by, ...mission }): DemoService => ({ ...mission, hub: keyOf(region), by: by === 'agency' ? 'ads' : associationOf(region) })),
  jisrService(keyOf(region), region.told),
]);
