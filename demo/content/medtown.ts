import type { DemoBody } from './bodies.ts';
import type { DemoHub } from './hubs.ts';
import type { DemoService } from './service.ts';
import type { DemoStaff } from './staff.ts';

/** The project ran from 5 September 2019 to 4 December 2023 (domain.md 3.1): the mandate of its partners. */
export const medtownSince = '2019-09-05';
export const medtownUntil = '2023-12-04';

/**
 * MedTOWN's partners beside those of Tunisia and ACPP, who stand among the bodies (S4 row 4.1; domain.md 3.1): nine on the
 * project's card. AFTURD stands on the card for Tunisia, TCSE in practice; no source gives the day of the change.
 */
export const medtownBodies: readonly DemoBody[] = [
  { key: 'tier1', names: ['تير 1 (Tier 1)', 'Tier 1', 'Tier 1'], sector: 'private', kind: 'other', source: 'S4 row 4.1; domain.md 3.1',
    descriptions: ['شريك MedTOWN في إسبانيا.', 'Partenaire de MedTOWN en Espagne.', 'MedTOWN partner in Spain.'] },
  { key: 'andalusia', names: ['مديرية التعاون بالأندلس', 'Direction andalouse de la coopération', 'Andalusian cooperation directorate'], sector: 'public', kind: 'public-agency', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في إسبانيا.', 'Partenaire de MedTOWN en Espagne.', 'MedTOWN partner in Spain.'] },
  { key: 'epeksa', names: ['EPEKSA', 'EPEKSA', 'EPEKSA'], sector: 'civil', kind: 'other', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في اليونان.', 'Partenaire de MedTOWN en Grèce.', 'MedTOWN partner in Greece.'] },
  { key: 'johud', names: ['الصندوق الأردني الهاشمي للتنمية البشرية (JOHUD)', 'Fonds hachémite jordanien pour le développement humain (JOHUD)', 'Jordanian Hashemite Fund for Human Development (JOHUD)'], sector: 'civil', kind: 'other', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في الأردن.', 'Partenaire de MedTOWN en Jordanie.', 'MedTOWN partner in Jordan.'] },
  { key: 'parc', names: ['جمعية التنمية الزراعية (PARC)', 'Agricultural Development Association (PARC)', 'Agricultural Development Association (PARC)'], sector: 'civil', kind: 'association', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في فلسطين.', 'Partenaire de MedTOWN en Palestine.', 'MedTOWN partner in Palestine.'] },
  { key: 'phg', names: ['مجموعة الهيدرولوجيين الفلسطينيين (PHG)', 'Palestinian Hydrology Group (PHG)', 'Palestinian Hydrology Group (PHG)'], sector: 'civil', kind: 'association', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في فلسطين.', 'Partenaire de MedTOWN en Palestine.', 'MedTOWN partner in Palestine.'] },
  { key: 'campolide', names: ['مجلس حي كامبوليد، لشبونة', 'Junta de Freguesia de Campolide, Lisbonne', 'Junta de Freguesia de Campolide, Lisbon'], sector: 'public', kind: 'municipality', source: 'domain.md 3.1',
    descriptions: ['شريك MedTOWN في البرتغال.', 'Partenaire de MedTOWN au Portugal.', 'MedTOWN partner in Portugal.'] },
];

const place = (hub: Omit<DemoHub, 'kind' | 'around' | 'persons' | 'openedOn' | 'since' | 'until'> & Partial<Pick<DemoHub, 'kind'>>): DemoHub =>
  ({ kind: 'cluster', around: [], persons: 0, since: medtownSince, until: medtownUntil, ...hub });

/** Where the demonstrative actions of the other five countries took place (domain.md 3.1, table). They keep no desk here. */
export const medtownHubs: readonly DemoHub[] = [
  place({ key: 'medtown-es', country: 'ES', body: 'acpp', members: ['tier1', 'andalusia'], source: 'domain.md 3.1; [R:pilots][R:ca09]',
    names: ['مشروع MedTOWN في إشبيلية: تريس باريوس-أماتي وسيرو أماتي', 'MedTOWN Séville : Tres Barrios-Amate et Cerro-Amate', 'MedTOWN Seville: Tres Barrios-Amate and Cerro-Amate'],
    welcomes: ['النشاط الإيضاحي في إسبانيا: عملة محلية تكميلية لإيصال المساعدة الاجتماعية.', 'L’action de démonstration en Espagne : une monnaie locale complémentaire pour l’aide sociale.', 'The demonstrative action in Spain: a local complementary currency for social aid.'] }),
  place({ key: 'medtown-gr', country: 'GR', body: 'epeksa', members: [], source: 'domain.md 3.1; [R:gr]',
    names: ['مشروع MedTOWN في باغايو', 'MedTOWN Paggaio', 'MedTOWN Paggaio'],
    welcomes: ['النشاط الإيضاحي في اليونان: خطة عمل محلية تربط التشغيل والخدمات الاجتماعية والاقتصاد الاجتماعي والتضامني.', 'L’action de démonstration en Grèce : un plan d’action local reliant emploi, services sociaux et ESS.', 'The demonstrative action in Greece: a local action plan linking employment, social services and SSE.'] }),
  place({ key: 'medtown-jo', kind: 'partner-incubator', country: 'JO', body: 'johud', members: [], source: 'domain.md 3.1; [R:jo]',
    names: ['حاضنة الأعمال الاجتماعية، الكورة (إربد)', 'Incubateur d’entreprises sociales, Al-Koura (Irbid)', 'Social business incubator, Al-Koura (Irbid)'],
    welcomes: ['النشاط الإيضاحي في الأردن: حاضنة أعمال اجتماعية في الكورة.', 'L’action de démonstration en Jordanie : un incubateur d’entreprises sociales à Al-Koura.', 'The demonstrative action in Jordan: a social business incubator in Al-Koura.'] }),
  place({ key: 'medtown-ps', country: 'PS', body: 'parc', members: ['phg'], source: 'domain.md 3.1; [R:pilots]',
    names: ['مشروع MedTOWN في بيتللو', 'MedTOWN Beitillu', 'MedTOWN Beitillu'],
    welcomes: ['النشاط الإيضاحي في فلسطين: فرز النفايات مع حوافز رقمية.', 'L’action de démonstration en Palestine : le tri des déchets avec des incitations numériques.', 'The demonstrative action in Palestine: waste sorting with digital incentives.'] }),
  place({ key: 'medtown-pt', country: 'PT', body: 'campolide', members: [], source: 'domain.md 3.1; [R:pt]',
    names: ['مشروع MedTOWN في بيلا فلور (لشبونة)', 'MedTOWN Bela Flor (Lisbonne)', 'MedTOWN Bela Flor (Lisbon)'],
    welcomes: ['النشاط الإيضاحي في البرتغال: حدائق مشتركة وبنك للوقت.', 'L’action de démonstration au Portugal : jardins partagés et banque du temps.', 'The demonstrative action in Portugal: communal gardens and a time bank.'] }),
];

const born: NonNullable<DemoService['bornOf']> = ['نشاط إيضاحي لمشروع MedTOWN', 'Action de démonstration du projet MedTOWN', 'Demonstrative action of the MedTOWN project'];

/** What the demonstrative actions gave; the texts say only what the sources say. */
export const medtownServices: readonly DemoService[] = [
  { hub: 'medtown-es', by: 'acpp', types: ['FIN', 'REF'], modes: ['partner-site'], languages: ['es'], bornOf: born,
    names: ['العملة المحلية التكميلية للمساعدة الاجتماعية', 'Monnaie locale complémentaire pour l’aide sociale', 'Local complementary currency for social aid'],
    says: ['وقع اتفاق مع بلدية إشبيلية وأعلم التجار واتصل بجمعيات الحي (المصدر: medsocialinnovationlab.org).', 'Accord signé avec la ville de Séville, commerçants informés, associations du quartier contactées (source : medsocialinnovationlab.org).', 'Agreement signed with Seville city council, merchants informed, district associations contacted (source: medsocialinnovationlab.org).'] },
  { hub: 'medtown-es', by: 'acpp', types: ['FIN'], modes: ['partner-site'], languages: ['es'], bornOf: born,
    names: ['منح فرعية: PRECOSOL وLa Casa de Todos', 'Subventions en cascade : PRECOSOL et La Casa de Todos', 'Sub-grants: PRECOSOL and La Casa de Todos'],
    says: ['دعوة من ماي إلى أوت 2022 بـ 55\u00a0000 أورو: ستة مقترحات ومنحتان (المصدر: enicbcmed.eu).', 'Appel de mai à août 2022, 55\u00a0000 euros : six propositions, deux financées (source : enicbcmed.eu).', 'Call of May to August 2022, 55,000 euros: six proposals, two funded (source: enicbcmed.eu).'] },
  { hub: 'medtown-gr', by: 'epeksa', types: ['NET', 'INF'], modes: ['partner-site'], languages: ['el'], bornOf: born,
    names: ['خطة عمل محلية للتشغيل والخدمات الاجتماعية', 'Plan d’action local : emploi et services sociaux', 'Local action plan: employment and social services'],
    says: ['مائدة مستديرة يوم 13 ديسمبر 2021 مع اثنتي عشرة مؤسسة؛ واقترحت محفظة رقمية للمنح (المصدر: cop.acpp.com).', 'Table ronde du 13 décembre 2021 avec douze institutions ; un portefeuille numérique pour les aides y fut proposé (source : cop.acpp.com).', 'Round table of 13 December 2021 with twelve institutions; a digital wallet for subsidies was proposed (source: cop.acpp.com).'] },
  { hub: 'medtown-jo', by: 'johud', types: ['CAP', 'INC'], modes: ['partner-site'], languages: ['ar'], bornOf: born,
    names: ['تدريب رواد الأعمال الاجتماعية', 'Formation d’entrepreneurs sociaux', 'Training of social entrepreneurs'],
    says: ['خمس مجموعات من عشرين، أي مائة متدرب، تسعة عشر يوما لكل مجموعة، من 7 مارس 2022: نساء ولاجئون وأشخاص ذوو إعاقة (المصدر: medsocialinnovationlab.org).', 'Cinq groupes de vingt, soit cent personnes, dix-neuf jours chacun, à partir du 7 mars 2022 : femmes, personnes réfugiées, personnes en situation de handicap (source : medsocialinnovationlab.org).', 'Five groups of twenty, a hundred trainees, nineteen days each, from 7 March 2022: women, refugees, persons with disabilities (source: medsocialinnovationlab.org).'] },
  { hub: 'medtown-jo', by: 'johud', types: ['FIN'], modes: ['partner-site'], languages: ['ar'], bornOf: born,
    names: ['ثلاث منح لمشاريع محلية', 'Trois subventions à des projets locaux', 'Three grants to local projects'],
    says: ['ثلاث منح بـ 35\u00a0000 أورو بعد عرض المشاريع (المصدر: enicbcmed.eu).', 'Trois subventions, 35\u00a0000 euros, après présentation des projets (source : enicbcmed.eu).', 'Three grants, 35,000 euros, after a pitch (source: enicbcmed.eu).'] },
  { hub: 'medtown-ps', by: 'parc', types: ['CAP', 'INF'], modes: ['partner-site'], languages: ['ar'], bornOf: born,
    names: ['فرز النفايات بحوافز رقمية', 'Tri des déchets avec incitations numériques', 'Waste sorting with digital incentives'],
    says: ['خمسة أصناف: العضوي والورق والمعدن والبلاستيك والزجاج، برمز QR (المصدر: medsocialinnovationlab.org).', 'Cinq flux : organique, papier, métal, plastique, verre, avec code QR (source : medsocialinnovationlab.org).', 'Five streams: organic, paper, metal, plastic, glass, with a QR code (source: medsocialinnovationlab.org).'] },
  { hub: 'medtown-pt', by: 'campolide', types: ['NET', 'ACC'], modes: ['partner-site'], languages: ['pt'], bornOf: born,
    names: ['الحدائق المشتركة وبنك الوقت', 'Jardins partagés et banque du temps', 'Communal gardens and time bank'],
    says: ['منحة لا تتجاوز 10\u00a0000 أورو، وطلب واحد من ثلاث جمعيات مجتمعة (المصدر: enicbcmed.eu).', 'Subvention de 10\u00a0000 euros au plus ; une demande de trois associations réunies (source : enicbcmed.eu).', 'A grant of up to 10,000 euros; one application by a consortium of three associations (source: enicbcmed.eu).'] },
];

/** Who keeps these pages; invented. */
export const medtownStaff: readonly DemoStaff[] = [
  { login: 'manager.medtown-es', name: 'Lucía Ferrer', language: 'en', role: 'hub_manager', hub: 'medtown-es' },
  { login: 'manager.medtown-gr', name: 'Eleni Doukas', language: 'en', role: 'hub_manager', hub: 'medtown-gr' },
  { login: 'manager.medtown-jo', name: 'هبة الخصاونة', language: 'ar', role: 'hub_manager', hub: 'medtown-jo' },
  { login: 'manager.medtown-ps', name: 'لينا عوض', language: 'ar', role: 'hub_manager', hub: 'medtown-ps' },
  { login: 'manager.medtown-pt', name: 'Marta Queirós', language: 'en', role: 'hub_manager', hub: 'medtown-pt' },
];
