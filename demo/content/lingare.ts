import type { DemoHub } from './hubs.ts';
import { type DemoService, papers, womenAndYouth } from './service.ts';
import type { DemoStaff } from './staff.ts';
import type { Written } from './written.ts';

interface Station {
  readonly key: 'kasserine' | 'mahdia' | 'sidi-bouzid';
  readonly territory: string;
  readonly names: Written;
  readonly around: readonly string[];
  readonly staff: readonly [officer: string, manager: string];
  readonly persons: number;
}

// TCSE lists these three and L'MDINA; another source counts "4 regions" with Jendouba (domain.md 3.2 and 3.8).
const stations: readonly Station[] = [
  { key: 'kasserine', territory: 'TN-42', names: ['لينغاري القصرين', 'Lingare Kasserine', 'Lingare Kasserine'], around: ['TN-42', 'TN-43', 'TN-33'], staff: ['هندة القاسمي', 'Marwen Hermassi'], persons: 74 },
  { key: 'mahdia', territory: 'TN-53', names: ['لينغاري المهدية', 'Lingare Mahdia', 'Lingare Mahdia'], around: ['TN-53', 'TN-52'], staff: ['رجاء بوراوي', 'Aymen Khlif'], persons: 62 },
  { key: 'sidi-bouzid', territory: 'TN-43', names: ['لينغاري سيدي بوزيد', 'Lingare Sidi Bouzid', 'Lingare Sidi Bouzid'], around: ['TN-43', 'TN-71'], staff: ['سماح العكرمي', 'Bassem Amri'], persons: 66 },
];

/** The Lingare stations beside the one of Bab Souika. */
export const lingareHubs: readonly DemoHub[] = stations.map(({ key, territory, names, around, persons }) => ({
  key: `lingare-${key}`, kind: 'coworking-incubation', country: 'TN', territory, names, body: 'tcse', members: [], around, persons,
  welcomes: [
    'محطة للتجديد الاجتماعي: مكاتب مشتركة ولقاءات ومرافقة.',
    'Une station d’innovation sociale : bureaux partagés, rencontres et accompagnement.',
    'A station of social innovation: shared desks, meetings and coaching.',
  ],
  source: 'S3 row 3.9; domain.md 3.2; [R:lingare]; the desk and its people are invented',
}));

/** What a station gives: coworking and incubation (S3 row 3.9); places and waits are illustrative. */
export const lingareServices: readonly DemoService[] = stations.flatMap(({ key }, at): DemoService[] => [
  { hub: `lingare-${key}`, by: 'tcse', types: ['COW'], room: [16 + 2 * at, 5 + at, 2],
    names: ['مكتب مشترك باليوم', 'Bureau partagé à la journée', 'A shared desk by the day'],
    says: ['مجاني لمن هم في الاحتضان إلى المصادقة على مخطط المشروع. عرض توضيحي.', 'Gratuit pour les personnes incubées jusqu’à la validation de leur plan. Offre d’illustration.', 'Free for those in incubation until their plan is validated. Illustrative offer.'] },
  { hub: `lingare-${key}`, by: 'tcse', types: ['INC', 'ACC'], stages: ['idea', 'creation'], room: [10, 2 + at, 25], priorities: womenAndYouth, documents: [papers.plan],
    names: ['احتضان المشاريع الاجتماعية', 'Incubation de projets sociaux', 'Incubation of social projects'],
    says: ['مكان للعمل ومرافقة أسبوعية إلى النموذج الأول. عرض توضيحي.', 'Un lieu et un accompagnement hebdomadaire jusqu’au premier prototype. Offre d’illustration.', 'A place and weekly coaching until the first prototype. Illustrative offer.'] },
  { hub: `lingare-${key}`, by: 'tcse', types: ['NET'], room: [40, 22, 9], childcare: true,
    names: ['لقاء الباعثين والجيران', 'Rencontre des porteurs de projet et du voisinage', 'Meeting of project holders and neighbours'],
    says: ['مساء في كل شهر: مشروع يعرض نفسه، وسؤال يطرح على الحاضرين. عرض توضيحي.', 'Un soir par mois : un projet se présente, une question est posée à la salle. Offre d’illustration.', 'One evening a month: a project presents itself, a question goes to the room. Illustrative offer.'] },
]);

/** Officer and manager of each station; invented. */
export const lingareStaff: readonly DemoStaff[] = stations.flatMap(({ key, staff }): DemoStaff[] => [
  { login: `desk.lingare-${key}`, name: staff[0], language: 'ar', role: 'desk_officer', hub: `lingare-${key}` },
  { login: `manager.lingare-${key}`, name: staff[1], language: 'fr', role: 'hub_manager', hub: `lingare-${key}` },
]);
