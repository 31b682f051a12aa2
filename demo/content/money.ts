import type { HubKey } from './hubs.ts';
import type { DemoStaff } from './staff.ts';
import type { Written } from './written.ts';

/** Who proposes money, who writes down the account it goes to and who takes it to the bank, where the demo tells of money. Every name is invented. */
export const moneyStaff: readonly DemoStaff[] = [
  { login: 'funding.sidi-bouzid', name: 'منيرة الحاجي', language: 'ar', role: 'funding_officer', hub: 'sidi-bouzid' },
  { login: 'treasurer.sidi-bouzid', name: 'Anis Khemiri', language: 'fr', role: 'treasurer', hub: 'sidi-bouzid' },
  { login: 'funding.incubator-11', name: 'فاطمتو ماء العينين', language: 'ar', role: 'funding_officer', hub: 'incubator-11' },
  { login: 'supervisor.incubator-11', name: 'امباركة الرقيبي', language: 'ar', role: 'supervisor', hub: 'incubator-11' },
  { login: 'treasurer.incubator-11', name: 'Said Bellamine', language: 'fr', role: 'treasurer', hub: 'incubator-11' },
  { login: 'funding.incubator-01', name: 'إكرام الطريبق', language: 'ar', role: 'funding_officer', hub: 'incubator-01' },
  { login: 'supervisor.incubator-01', name: 'حسناء بنعجيبة', language: 'ar', role: 'supervisor', hub: 'incubator-01' },
  { login: 'treasurer.incubator-01', name: 'Naoufal Raissouni', language: 'fr', role: 'treasurer', hub: 'incubator-01' },
  { login: 'funding.medtown-es', name: 'Irene Galán', language: 'en', role: 'funding_officer', hub: 'medtown-es' },
  { login: 'treasurer.medtown-es', name: 'Rafael Ponce', language: 'en', role: 'treasurer', hub: 'medtown-es' },
];

/** A fund of the demo; its amount comes from the source it names. */
export interface DemoFund {
  readonly hub: HubKey;
  readonly code: string;
  readonly names: Written;
  readonly funder: string;
  readonly partner?: string;
  readonly programme?: string;
  readonly currency: 'TND' | 'MAD' | 'EUR';
  readonly amount: string;
  readonly leastOwn?: number;
  readonly source: string;
}

/** Laâyoune's twelve million half and half (domain.md 3.4, [R:laay]); Fnideq's 450 000 or so for 19 projects of women ([R:fnid]); Spain's pot ([R:es2]). */
export const demoFunds: readonly DemoFund[] = [
  { hub: 'incubator-11', code: 'laayoune-ministry', funder: 'solidarity-ministry', partner: 'association-11', programme: 'jisr-tamkin-wa-riyada', currency: 'MAD', amount: '6000000', source: 'domain.md 3.4; [R:laay]',
    names: ['نصف الوزارة في برنامج العيون', 'Moitié du ministère, programme de Laâyoune', 'The ministry’s half of the Laâyoune programme'] },
  { hub: 'incubator-11', code: 'laayoune-region', funder: 'region-11', partner: 'association-11', programme: 'jisr-tamkin-wa-riyada', currency: 'MAD', amount: '6000000', source: 'domain.md 3.4; [R:laay]',
    names: ['نصف الجهة في برنامج العيون', 'Moitié de la région, programme de Laâyoune', 'The region’s half of the Laâyoune programme'] },
  { hub: 'incubator-01', code: 'fnideq-19', funder: 'solidarity-ministry', partner: 'association-01', currency: 'MAD', amount: '450000', source: '[R:fnid] about 450 000 DH for 19 projects',
    names: ['مشاريع 19 امرأة بالفنيدق', 'Projets de 19 femmes à Fnideq', 'Projects of 19 women in Fnideq'] },
  { hub: 'medtown-es', code: 'medtown-spain', funder: 'acpp', partner: 'tier1', programme: 'medtown', currency: 'EUR', amount: '55000', leastOwn: 135, source: '[R:es2] May to August 2022',
    names: ['المنح الفرعية لإسبانيا', 'Subventions en cascade, Espagne', 'Sub-grants, Spain'] },
  { hub: 'sidi-bouzid', code: 'collective-projects', funder: 'tcse', currency: 'TND', amount: '60000', source: 'invented for the demonstration',
    names: ['تمويل المشاريع الجماعية (مثال)', 'Appui aux projets collectifs (exemple)', 'Support to collective projects (example)'] },
];

/** A proposal of the Spanish call. Two titles are real; bodies, amounts and points are invented, their sum is the 140 000 that the source tells. */
export interface DemoProposal {
  readonly title: Written;
  readonly asked: string;
  readonly own: string;
  readonly letter: boolean;
  readonly points?: number;
  readonly given?: string;
}

const example = (ar: string, fr: string, en: string): Written => [`${ar} (مثال)`, `${fr} (exemple)`, `${en} (example)`];

export const spanishProposals: readonly DemoProposal[] = [
  { title: ['PRECOSOL', 'PRECOSOL', 'PRECOSOL'], asked: '27500', own: '4500', letter: true, points: 84, given: '27500' },
  { title: ['La Casa de Todos', 'La Casa de Todos', 'La Casa de Todos'], asked: '27500', own: '4400', letter: true, points: 81, given: '27500' },
  { title: example('حديقة الحي', 'Jardin du quartier', 'Garden of the quarter'), asked: '20000', own: '3500', letter: true, points: 62 },
  { title: example('مطبخ مشترك', 'Cuisine partagée', 'Shared kitchen'), asked: '25000', own: '3000', letter: true },
  { title: example('ورشة خياطة', 'Atelier de couture', 'Sewing workshop'), asked: '22000', own: '3600', letter: false },
  { title: example('نقل تشاركي', 'Transport partagé', 'Shared transport'), asked: '18000', own: '2900', letter: true, points: 58 },
];
