import type { Territory } from './territory.ts';

/**
 * Tunisia and its twenty-four governorates.
 *
 * Codes: ISO 3166-2 (Debian iso-codes 4.15, LGPL-2.1-or-later). Names: Unicode CLDR 41 subdivisions without the level word
 * (Unicode-DFS-2016), agreeing with domain.md 3.9; `corrected` marks a name changed from CLDR's ("Kef").
 * OCHA's six large regions have no ISO code and no council, so they are not a level here.
 * Delegations and municipalities are levels a network fills itself (level-words.ts).
 */
export const territoriesTn: readonly Territory[] = [
  { code: 'TN', country: 'TN', level: 'country', parent: null, names: { ar: 'تونس', fr: 'Tunisie', en: 'Tunisia' } },
  { code: 'TN-11', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'تونس', fr: 'Tunis', en: 'Tunis' } },
  { code: 'TN-12', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'أريانة', fr: 'Ariana', en: 'Ariana' } },
  { code: 'TN-13', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'بن عروس', fr: 'Ben Arous', en: 'Ben Arous' } },
  { code: 'TN-14', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'منوبة', fr: 'Manouba', en: 'Manouba' } },
  { code: 'TN-21', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'نابل', fr: 'Nabeul', en: 'Nabeul' } },
  { code: 'TN-22', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'زغوان', fr: 'Zaghouan', en: 'Zaghouan' } },
  { code: 'TN-23', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'بنزرت', fr: 'Bizerte', en: 'Bizerte' } },
  { code: 'TN-31', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'باجة', fr: 'Béja', en: 'Béja' } },
  { code: 'TN-32', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'جندوبة', fr: 'Jendouba', en: 'Jendouba' } },
  { code: 'TN-33', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'الكاف', fr: 'Le Kef', en: 'Le Kef' }, nameStatus: 'corrected' },
  { code: 'TN-34', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'سليانة', fr: 'Siliana', en: 'Siliana' } },
  { code: 'TN-41', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'القيروان', fr: 'Kairouan', en: 'Kairouan' } },
  { code: 'TN-42', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'القصرين', fr: 'Kasserine', en: 'Kasserine' } },
  { code: 'TN-43', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'سيدي بوزيد', fr: 'Sidi Bouzid', en: 'Sidi Bouzid' } },
  { code: 'TN-51', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'سوسة', fr: 'Sousse', en: 'Sousse' } },
  { code: 'TN-52', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'المنستير', fr: 'Monastir', en: 'Monastir' } },
  { code: 'TN-53', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'المهدية', fr: 'Mahdia', en: 'Mahdia' } },
  { code: 'TN-61', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'صفاقس', fr: 'Sfax', en: 'Sfax' } },
  { code: 'TN-71', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'قفصة', fr: 'Gafsa', en: 'Gafsa' } },
  { code: 'TN-72', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'توزر', fr: 'Tozeur', en: 'Tozeur' } },
  { code: 'TN-73', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'قبلي', fr: 'Kébili', en: 'Kebili' } },
  { code: 'TN-81', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'قابس', fr: 'Gabès', en: 'Gabès' } },
  { code: 'TN-82', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'مدنين', fr: 'Médenine', en: 'Medenine' } },
  { code: 'TN-83', country: 'TN', level: 'governorate', parent: 'TN', names: { ar: 'تطاوين', fr: 'Tataouine', en: 'Tataouine' } },
];
