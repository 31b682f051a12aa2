import type { HubKey } from './hubs.ts';
import { incubatorStaff } from './incubators.ts';
import { lingareStaff } from './lingare.ts';
import { medtownStaff } from './medtown.ts';
import { moneyStaff } from './money.ts';

/** A colleague of the demo. Every name is invented. */
export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly language: 'ar' | 'fr' | 'en';
  readonly role: 'desk_officer' | 'coach' | 'trainer' | 'supervisor' | 'hub_manager' | 'protection_officer' | 'network_admin' | 'regional_coordinator' | 'ministry_viewer' | 'donor_viewer' | 'researcher' | 'dpo' | 'municipal_officer' | 'funding_officer' | 'treasurer';
  readonly hub?: HubKey;
  readonly territory?: string;
  /** For a municipal officer: a body, or one of its departments. */
  readonly body?: string;
  readonly unit?: string;
}

const of = (hub: HubKey, names: readonly [string, string, string, string, string]): DemoStaff[] => [
  { login: `desk.${hub}`, name: names[0], language: 'ar', role: 'desk_officer', hub },
  { login: `coach.${hub}`, name: names[1], language: 'fr', role: 'coach', hub },
  { login: `supervisor.${hub}`, name: names[2], language: 'ar', role: 'supervisor', hub },
  { login: `manager.${hub}`, name: names[3], language: 'fr', role: 'hub_manager', hub },
  { login: `protection.${hub}`, name: names[4], language: 'ar', role: 'protection_officer', hub },
];

/** Everybody who may sign in. */
export const demoStaff: readonly DemoStaff[] = [
  ...of('medina', ['أميرة الجبالي', 'Sarra Mhenni', 'نزيهة بن رجب', 'Olfa Trabelsi', 'سندس العرفاوي']),
  ...of('sidi-bouzid', ['هالة الرابحي', 'Oussama Jelali', 'مفيدة الخليفي', 'Lamia Bouallegue', 'عواطف الزايدي']),
  ...of('mahdia', ['رانية المستيري', 'Hichem Sfar', 'سعيدة بلحسن', 'Faten Zouari', 'إيناس الحداد']),
  ...of('dakhla', ['فدوى بنعمر', 'Ghita El Amrani', 'السالكة بوسيف', 'Hanane Lahlou', 'مينة أبيدار']),
  ...of('centre', ['كريمة الوالي', 'Mehdi Skalli', 'نعيمة حجي', 'Asmae Filali', 'لالة خيرة منصور']),
  { login: 'trainer.medina', name: 'ليلى الطرابلسي', language: 'ar', role: 'trainer', hub: 'medina' },
  { login: 'desk.lmdina', name: 'يسر المنصوري', language: 'ar', role: 'desk_officer', hub: 'lmdina' },
  { login: 'manager.lmdina', name: 'Skander Ghorbel', language: 'fr', role: 'hub_manager', hub: 'lmdina' },
  { login: 'manager.library', name: 'Habiba Kacem', language: 'fr', role: 'hub_manager', hub: 'library' },
  ...moneyStaff, ...lingareStaff, ...incubatorStaff, ...medtownStaff,
  { login: 'admin', name: 'Nesrine Baccouche', language: 'fr', role: 'network_admin' },
  { login: 'coordinator.dakhla', name: 'رشيد بوعيدة', language: 'ar', role: 'regional_coordinator', territory: 'MA-12' },
  { login: 'ministry', name: 'Ilham Cherkaoui', language: 'fr', role: 'ministry_viewer' },
  { login: 'donor', name: 'Donatella Greco', language: 'en', role: 'donor_viewer' },
  { login: 'researcher', name: 'Imène Chaabouni', language: 'fr', role: 'researcher' },
  { login: 'dpo', name: 'Mehrez Ayari', language: 'fr', role: 'dpo' },
  { login: 'culture.tunis', name: 'زكية المهيري', language: 'ar', role: 'municipal_officer', unit: 'culture' },
  { login: 'aneti', name: 'Wided Hamdi', language: 'fr', role: 'municipal_officer', body: 'aneti' },
];
