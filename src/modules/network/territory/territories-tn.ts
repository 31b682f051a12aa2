import { country, type Territory, territoryMaker } from './territory.ts';

const governorate = territoryMaker('TN', 'governorate', 'TN');

/**
 * Tunisia and its twenty-four governorates.
 *
 * Codes: ISO 3166-2 (Debian iso-codes 4.15, LGPL-2.1-or-later). Names (ar, fr, en): Unicode CLDR 41 subdivisions
 * without the level word (Unicode-DFS-2016), agreeing with domain.md 3.9; `corrected` marks a name changed from CLDR's.
 * OCHA's six large regions have no ISO code and no council, so they are not a level here.
 * Delegations and municipalities are levels a network fills itself (level-words.ts).
 */
export const territoriesTn: readonly Territory[] = [
  country('TN', 'تونس', 'Tunisie', 'Tunisia'),
  governorate('TN-11', 'تونس', 'Tunis', 'Tunis'),
  governorate('TN-12', 'أريانة', 'Ariana', 'Ariana'),
  governorate('TN-13', 'بن عروس', 'Ben Arous', 'Ben Arous'),
  governorate('TN-14', 'منوبة', 'Manouba', 'Manouba'),
  governorate('TN-21', 'نابل', 'Nabeul', 'Nabeul'),
  governorate('TN-22', 'زغوان', 'Zaghouan', 'Zaghouan'),
  governorate('TN-23', 'بنزرت', 'Bizerte', 'Bizerte'),
  governorate('TN-31', 'باجة', 'Béja', 'Béja'),
  governorate('TN-32', 'جندوبة', 'Jendouba', 'Jendouba'),
  governorate('TN-33', 'الكاف', 'Le Kef', 'Le Kef', { nameStatus: 'corrected' }),
  governorate('TN-34', 'سليانة', 'Siliana', 'Siliana'),
  governorate('TN-41', 'القيروان', 'Kairouan', 'Kairouan'),
  governorate('TN-42', 'القصرين', 'Kasserine', 'Kasserine'),
  governorate('TN-43', 'سيدي بوزيد', 'Sidi Bouzid', 'Sidi Bouzid'),
  governorate('TN-51', 'سوسة', 'Sousse', 'Sousse'),
  governorate('TN-52', 'المنستير', 'Monastir', 'Monastir'),
  governorate('TN-53', 'المهدية', 'Mahdia', 'Mahdia'),
  governorate('TN-61', 'صفاقس', 'Sfax', 'Sfax'),
  governorate('TN-71', 'قفصة', 'Gafsa', 'Gafsa'),
  governorate('TN-72', 'توزر', 'Tozeur', 'Tozeur'),
  governorate('TN-73', 'قبلي', 'Kébili', 'Kebili'),
  governorate('TN-81', 'قابس', 'Gabès', 'Gabès'),
  governorate('TN-82', 'مدنين', 'Médenine', 'Medenine'),
  governorate('TN-83', 'تطاوين', 'Tataouine', 'Tataouine'),
];
