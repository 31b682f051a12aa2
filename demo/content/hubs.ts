import type { Country } from '#core/words/locale.ts';
import { incubatorHubs } from './incubators.ts';
import { lingareHubs } from './lingare.ts';
import { medtownHubs } from './medtown.ts';
import type { Written } from './written.ts';

/** A hub of the demo network. `source` names the row of the mission's reading (domain.md sections 3 and 8) its facts come from. */
export interface DemoHub {
  readonly key: HubKey;
  readonly kind: 'citess' | 'reference-incubator' | 'coworking-incubation' | 'partner-incubator' | 'social-centre' | 'library' | 'cluster';
  readonly country: Country;
  readonly territory?: string;
  readonly names: Written;
  readonly welcomes: Written;
  readonly address?: Written;
  readonly openedOn?: string;
  /** Since when its members belong and until when their mandate runs, where a source says so. */
  readonly since?: string;
  readonly until?: string;
  /** The body that runs it, and is a member first. */
  readonly body: string;
  readonly members: readonly string[];
  /** Where its clients live, most often first. */
  readonly around: readonly string[];
  /** How many persons it knows in the whole demo; 0: no desk of its own. */
  readonly persons: number;
  readonly source: string;
}

export type HubKey = 'medina' | 'library' | 'mahdia' | 'sidi-bouzid' | 'lmdina' | 'dakhla' | 'centre'
  | `incubator-${string}` | `lingare-${string}` | `medtown-${string}`;

// Real ones with real facts; the social centre is invented and says so.
const firstHubs: readonly DemoHub[] = [
  {
    key: 'medina', kind: 'cluster', country: 'TN', territory: 'TN-11', openedOn: '2023-11-24', body: 'tcse',
    names: ['عنقود الاقتصاد الاجتماعي والتضامني بمدينة تونس العتيقة', 'Cluster ESS de la Médina de Tunis', 'SSE cluster of the Medina of Tunis'],
    welcomes: [
      'أهلا بكم في دار بن عاشور. خدمات العنقود مجانية ومفتوحة للجميع، والأولوية للنساء والشباب.',
      'Bienvenue à Dar Ben Achour. Les services du cluster sont gratuits et ouverts à toutes et à tous, avec une priorité aux femmes et aux jeunes.',
      'Welcome to Dar Ben Achour. The cluster’s services are free and open to everyone, women and youth first.',
    ],
    address: ['دار بن عاشور، 84 نهج الباشا، تونس', 'Dar Ben Achour, 84 rue du Pacha, Tunis', 'Dar Ben Achour, 84 rue du Pacha, Tunis'],
    members: ['tunis', 'acpp', 'afturd', 'atfd', 'nour-studio'],
    around: ['TN-11', 'TN-12', 'TN-13', 'TN-14'], persons: 200,
    source: 'S0; [R:tcse] inaugurated on 24 November 2023; [R:dba] address',
  },
  {
    key: 'library', kind: 'library', country: 'TN', territory: 'TN-11', body: 'tunis',
    names: ['مكتبة دار بن عاشور', 'Bibliothèque Dar Ben Achour', 'Dar Ben Achour library'],
    welcomes: ['قاعات المطالعة والعمل مفتوحة للجميع.', 'Les salles de lecture et de travail sont ouvertes à toutes et à tous.', 'Reading and working rooms are open to everyone.'],
    address: ['84 نهج الباشا، تونس', '84 rue du Pacha, Tunis', '84 rue du Pacha, Tunis'],
    members: [], around: ['TN-11'], persons: 0, source: 'S0 rows 0.8, 0.9; [R:dba]',
  },
  {
    key: 'mahdia', kind: 'citess', country: 'TN', territory: 'TN-53', body: 'citess-mahdia',
    names: ['مركز خدمات الاقتصاد الاجتماعي والتضامني بالمهدية (CitESS)', 'CitESS Mahdia', 'CitESS Mahdia'],
    welcomes: [
      'مكان واحد لكل مراحل المشروع: من الفكرة إلى الاستدامة.',
      'Un seul lieu pour toutes les étapes d’un projet, de l’idée à la pérennisation.',
      'One place for every stage of a project, from the idea to lasting work.',
    ],
    members: ['aneti', 'api', 'onat', 'bts'], around: ['TN-53', 'TN-52', 'TN-51'], persons: 186,
    source: 'S3 rows 3.7, 3.11–3.17; [R:iess] governorates; [R:tcseblog] pilot with API Mahdia',
  },
  {
    key: 'sidi-bouzid', kind: 'citess', country: 'TN', territory: 'TN-43', body: 'citess-sidi-bouzid',
    names: ['مركز خدمات الاقتصاد الاجتماعي والتضامني بسيدي بوزيد (CitESS)', 'CitESS Sidi Bouzid', 'CitESS Sidi Bouzid'],
    welcomes: [
      'نستقبل الأشخاص والتعاضديات والمجموعات. الأولوية للنساء والشباب، ولا أحد مستثنى.',
      'Nous recevons les personnes, les coopératives et les groupes. Priorité aux femmes et aux jeunes, personne n’est exclu.',
      'We receive persons, cooperatives and groups. Women and youth first, nobody shut out.',
    ],
    members: ['aneti', 'onat', 'bts'], around: ['TN-43', 'TN-42', 'TN-71', 'TN-41'], persons: 194,
    source: 'S3 rows 3.7, 3.13; [R:iess]; [R:bab] craft days of Sidi Bouzid',
  },
  {
    key: 'lmdina', kind: 'coworking-incubation', country: 'TN', territory: 'TN-11', body: 'tcse',
    names: ['لينغاري المدينة، باب سويقة', 'Lingare L’MDINA, Bab Souika', 'Lingare L’MDINA, Bab Souika'],
    welcomes: [
      'محطة للتجديد الاجتماعي: مكاتب مشتركة ولقاءات ومرافقة، منذ 2018.',
      'Une station d’innovation sociale : bureaux partagés, rencontres et accompagnement, depuis 2018.',
      'A station of social innovation: shared desks, meetings and coaching, since 2018.',
    ],
    address: ['19 نهج بوصندل، باب سويقة، تونس', '19 rue Bou Sandel, Bab Souika, Tunis', '19 rue Bou Sandel, Bab Souika, Tunis'],
    members: [], around: ['TN-11', 'TN-12'], persons: 60, source: 'S3 row 3.9; [R:lingare] address and year',
  },
  {
    key: 'dakhla', kind: 'reference-incubator', country: 'MA', territory: 'MA-OUD', body: 'ads',
    names: ['الحاضنة الاجتماعية المرجعية بالداخلة', 'Incubateur social de référence de Dakhla', 'Reference social incubator of Dakhla'],
    welcomes: [
      'استقبال واستماع وتوجيه ومواكبة لحاملات وحاملي المشاريع. الخدمات مجانية.',
      'Accueil, écoute, orientation et accompagnement des porteuses et porteurs de projet. Les services sont gratuits.',
      'Reception, listening, orientation and support for project holders. Services are free.',
    ],
    members: ['amal-sud', 'region-dakhla', 'entraide'], around: ['MA-OUD', 'MA-AOU'], persons: 116,
    source: 'S2 rows 2.12, 2.13; [R:dakhla-tot] reference incubator, training of trainers; [R:dakhla-fund] specifications signed',
  },
  {
    key: 'centre', kind: 'social-centre', country: 'MA', territory: 'MA-OUD', body: 'entraide',
    names: ['المركز الاجتماعي النخيل (مثال)', 'Centre social Annakhil (exemple)', 'Annakhil social centre (example)'],
    welcomes: [
      'شباك اجتماعي ذكي في مركز أعيد تأهيله. مركز متخيل لأغراض العرض.',
      'Un guichet social intelligent dans un centre réhabilité. Centre inventé pour la démonstration.',
      'A smart social hub in a rehabilitated centre. Invented for the demonstration.',
    ],
    members: ['amal-sud'], around: ['MA-OUD', 'MA-AOU'], persons: 84, source: 'S2 rows 2.3, 2.4 (kind of place); the centre itself is invented',
  },
];

/** Every hub of the demo: Tunisia's, Morocco's twelve reference incubators, and the places of MedTOWN's other five countries. */
export const demoHubs: readonly DemoHub[] = [...firstHubs, ...lingareHubs, ...incubatorHubs, ...medtownHubs];

/** The two hubs of the small demo. */
export const smallHubs: readonly HubKey[] = ['medina', 'sidi-bouzid'];
