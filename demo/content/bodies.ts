import { incubatorBodies } from './incubators.ts';
import { medtownBodies } from './medtown.ts';
import type { Written } from './written.ts';

/** A body of the demo's registry. Real ones carry their source; invented ones say so in their name and description. */
export interface DemoBody {
  readonly key: string;
  readonly names: Written;
  readonly sector: 'public' | 'private' | 'sse' | 'civil';
  readonly kind: string;
  readonly territory?: string;
  readonly founded?: number;
  readonly support?: boolean;
  readonly descriptions?: Written;
  /** Row or key of the mission's reading (domain.md sections 1, 3 and 8). */
  readonly source?: string;
}

const invented: Written = ['هيئة متخيلة لأغراض العرض.', 'Organisme inventé pour la démonstration.', 'Body invented for the demonstration.'];

const firstBodies: readonly DemoBody[] = [
  { key: 'tcse', names: ['المركز التونسي لريادة الأعمال الاجتماعية (TCSE)', 'Centre tunisien pour l’entrepreneuriat social (TCSE)', 'Tunisian Center for Social Entrepreneurship (TCSE)'],
    sector: 'civil', kind: 'association', territory: 'TN-11', founded: 2012, support: true, source: 'S0 row 0.19',
    descriptions: ['الإنتاج المشترك للخدمات والسياسات، وإنتاج المعرفة، والدعم الفني للباعثين الاجتماعيين.', 'Coproduction de services et de politiques, production de connaissances, appui technique aux entrepreneurs sociaux.', 'Co-production of services and policies, knowledge, technical support to social entrepreneurs.'] },
  { key: 'tunis', names: ['بلدية تونس', 'Municipalité de Tunis', 'Municipality of Tunis'], sector: 'public', kind: 'municipality', territory: 'TN-11', source: 'S0 rows 0.1, 0.8' },
  { key: 'acpp', names: ['جمعية التعاون من أجل السلام (ACPP)', 'Assemblée de coopération pour la paix (ACPP)', 'Assembly of Cooperation for Peace (ACPP)'],
    sector: 'civil', kind: 'association', source: 'S0, S4 row 4.1: lead of MedTOWN',
    descriptions: ['رئيسة شراكة مشروع MedTOWN: تسعة شركاء في ستة بلدان.', 'Cheffe de file du projet MedTOWN : neuf partenaires, six pays.', 'Lead of the MedTOWN project: nine partners, six countries.'] },
  { key: 'atfd', names: ['الجمعية التونسية للنساء الديمقراطيات', 'Association tunisienne des femmes démocrates (ATFD)', 'Tunisian Association of Democratic Women (ATFD)'], sector: 'civil', kind: 'association', territory: 'TN-11', source: '[R:acpp2][R:epm]' },
  { key: 'afturd', names: ['جمعية النساء التونسيات للبحث حول التنمية', 'Association des femmes tunisiennes pour la recherche sur le développement (AFTURD)', 'Association of Tunisian Women for Research on Development (AFTURD)'], sector: 'civil', kind: 'association', territory: 'TN-11', source: '[R:acpp2][R:epm]' },
  { key: 'citess-mahdia', names: ['جمعية مركز CitESS بالمهدية', 'Association CitESS Mahdia', 'CitESS Mahdia association'], sector: 'sse', kind: 'association', territory: 'TN-53', support: true, source: 'S3 rows 3.16, 3.18' },
  { key: 'citess-sidi-bouzid', names: ['جمعية مركز CitESS بسيدي بوزيد', 'Association CitESS Sidi Bouzid', 'CitESS Sidi Bouzid association'], sector: 'sse', kind: 'association', territory: 'TN-43', support: true, source: 'S3 rows 3.16, 3.18' },
  { key: 'aneti', names: ['الوكالة الوطنية للتشغيل والعمل المستقل', 'Agence nationale pour l’emploi et le travail indépendant (ANETI)', 'National Agency for Employment and Independent Work (ANETI)'], sector: 'public', kind: 'public-agency', source: 'S3 row 3.12' },
  { key: 'api', names: ['وكالة النهوض بالصناعة والتجديد، المهدية', 'Agence de promotion de l’industrie et de l’innovation (API), Mahdia', 'Agency for the Promotion of Industry and Innovation (API), Mahdia'], sector: 'public', kind: 'public-agency', territory: 'TN-53', source: '[R:tcseblog]' },
  { key: 'onat', names: ['الديوان الوطني للصناعات التقليدية', 'Office national de l’artisanat tunisien (ONAT)', 'National Office of Tunisian Handicrafts (ONAT)'], sector: 'public', kind: 'public-agency', source: 'S0 row 0.23; [R:wmc20]' },
  { key: 'bts', names: ['البنك التونسي للتضامن', 'Banque tunisienne de solidarité (BTS)', 'Tunisian Solidarity Bank (BTS)'], sector: 'public', kind: 'bank', source: 'domain.md row 3.8' },
  { key: 'ads', names: ['وكالة التنمية الاجتماعية', 'Agence de développement social (ADS)', 'Social Development Agency (ADS)'], sector: 'public', kind: 'public-agency', founded: 1999, support: true, source: 'S1, S2; [R:ads]' },
  { key: 'entraide', names: ['التعاون الوطني', 'Entraide nationale', 'National Mutual Aid'], sector: 'public', kind: 'public-agency', source: 'S2 row 2.3; [R:leseco]' },
  { key: 'region-dakhla', names: ['مجلس جهة الداخلة-وادي الذهب', 'Conseil régional de Dakhla-Oued Ed-Dahab', 'Regional council of Dakhla-Oued Ed-Dahab'], sector: 'public', kind: 'regional-council', territory: 'MA-12', source: 'S2 row 2.8; domain.md 3.4' },
  { key: 'amal-sud', names: ['جمعية أمل الجنوب (مثال)', 'Association Amal Sud (exemple)', 'Amal Sud association (example)'], sector: 'civil', kind: 'association', territory: 'MA-OUD', descriptions: invented },
  { key: 'health', names: ['مركز الصحة الأساسية، الحي الشرقي (مثال)', 'Centre de santé de base, cité de l’Est (exemple)', 'Basic health centre, East quarter (example)'], sector: 'public', kind: 'other', territory: 'TN-43', descriptions: invented },
  { key: 'health-medina', names: ['مركز الصحة الأساسية، المدينة العتيقة (مثال)', 'Centre de santé de base, Médina (exemple)', 'Basic health centre, Medina (example)'], sector: 'public', kind: 'other', territory: 'TN-11', descriptions: invented },
  { key: 'health-dakhla', names: ['مركز صحي حضري (مثال)', 'Centre de santé urbain (exemple)', 'Urban health centre (example)'], sector: 'public', kind: 'other', territory: 'MA-OUD', descriptions: invented },
  { key: 'law-clinic', names: ['العيادة القانونية الميزان (مثال)', 'Clinique juridique Al Mizan (exemple)', 'Al Mizan law clinic (example)'], sector: 'civil', kind: 'association', territory: 'TN-53', descriptions: invented },
  { key: 'nour-studio', names: ['ستوديو نور (مثال)', 'Studio Nour (exemple)', 'Nour studio (example)'], sector: 'private', kind: 'company', territory: 'TN-11', descriptions: invented },
  { key: 'sanad-credit', names: ['سند للتمويل الصغير (مثال)', 'Sanad microcrédit (exemple)', 'Sanad microcredit (example)'], sector: 'private', kind: 'microfinance', territory: 'TN-43', descriptions: invented },
  { key: 'digital-dakhla', names: ['ورشة رقمية (مثال)', 'Atelier numérique (exemple)', 'Digital workshop (example)'], sector: 'private', kind: 'company', territory: 'MA-OUD', descriptions: invented },
];

/** Members, providers and partners. */
export const demoBodies: readonly DemoBody[] = [...firstBodies, ...medtownBodies, ...incubatorBodies];

/** A cooperative, a company or a group that comes to the desk as a client; every one is invented. */
export interface ClientBody {
  readonly hub: string;
  readonly names: Written;
  readonly kind: string;
  readonly territory: string;
}

/** Organizations as clients. */
export const clientBodies: readonly ClientBody[] = [
  { hub: 'sidi-bouzid', kind: 'smsa', territory: 'TN-43', names: ['الشركة التعاونية للخدمات الفلاحية السنابل (مثال)', 'SMSA Essanabel (exemple)', 'Essanabel farm services company (example)'] },
  { hub: 'sidi-bouzid', kind: 'cooperative', territory: 'TN-43', names: ['تعاضدية نسيج الأم (مثال)', 'Coopérative Nasij El Om (exemple)', 'Nasij El Om cooperative (example)'] },
  { hub: 'sidi-bouzid', kind: 'gda', territory: 'TN-42', names: ['مجمع التنمية الحلفاء (مثال)', 'GDA El Halfa (exemple)', 'El Halfa farming group (example)'] },
  { hub: 'mahdia', kind: 'gda', territory: 'TN-53', names: ['مجمع الصيد البحري المرجان (مثال)', 'GDA de pêche El Morjane (exemple)', 'El Morjane fishing group (example)'] },
  { hub: 'mahdia', kind: 'cooperative', territory: 'TN-53', names: ['تعاضدية زيت الساحل (مثال)', 'Coopérative Zit Essahel (exemple)', 'Zit Essahel cooperative (example)'] },
  { hub: 'mahdia', kind: 'community-company', territory: 'TN-53', names: ['الشركة الأهلية الفجر (مثال)', 'Société communautaire El Fajr (exemple)', 'El Fajr community company (example)'] },
  { hub: 'medina', kind: 'association', territory: 'TN-11', names: ['جمعية حرفيات المدينة (مثال)', 'Association des artisanes de la Médina (exemple)', 'Association of Medina craftswomen (example)'] },
  { hub: 'medina', kind: 'informal-group', territory: 'TN-11', names: ['مجموعة مطبخ الحومة (مثال)', 'Groupe Cuisine El Houma (exemple)', 'El Houma kitchen group (example)'] },
  { hub: 'medina', kind: 'informal-group', territory: 'TN-13', names: ['مجموعة العاملات المنزليات الكرامة (مثال)', 'Groupe de travailleuses domestiques El Karama (exemple)', 'El Karama domestic workers’ group (example)'] },
  { hub: 'dakhla', kind: 'cooperative', territory: 'MA-OUD', names: ['تعاونية محار الجنوب (مثال)', 'Coopérative Mahar El Janoub (exemple)', 'Mahar El Janoub cooperative (example)'] },
  { hub: 'dakhla', kind: 'cooperative', territory: 'MA-AOU', names: ['تعاونية الكسكس الصحراوي (مثال)', 'Coopérative Couscous du désert (exemple)', 'Desert couscous cooperative (example)'] },
  { hub: 'centre', kind: 'association', territory: 'MA-OUD', names: ['جمعية خيوط الأمل (مثال)', 'Association Fils d’espoir (exemple)', 'Threads of Hope association (example)'] },
];
