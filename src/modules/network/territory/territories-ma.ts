import { country, type Territory, type TerritoryMarks, territoryMaker } from './territory.ts';

const region = territoryMaker('MA', 'region', 'MA');
const within =
  (level: 'prefecture' | 'province') =>
  (code: string, parent: string, ar: string, fr: string, en: string, marks?: TerritoryMarks): Territory =>
    territoryMaker('MA', level, parent)(code, ar, fr, en, marks);
const prefecture = within('prefecture');
const province = within('province');

/**
 * Morocco, its twelve regions and their seventy-five prefectures and provinces.
 *
 * Codes and parents: ISO 3166-2 (Debian iso-codes 4.15, LGPL-2.1-or-later), checked against OCHA p-codes of 2023-09-25
 * (CC-BY-IGO 3.0) with two mended parents: Chtouka-Aït Baha lies in Souss-Massa (OCHA MA009002) and Nouaceur in
 * Casablanca-Settat (OCHA MA002004). Names (ar, fr, en): Unicode CLDR 41 without the level word (Unicode-DFS-2016), except
 * - `corrected`: CLDR 41 still holds the sixteen regions of before 2015 (the names of domain.md 3.9 stand here instead)
 *   and calls a few prefectures by their chief town only;
 * - `to-confirm`: the fifteen that CLDR lacks in Arabic (domain.md 3.9), which a person must still confirm.
 * Communes are a level a network fills itself (level-words.ts).
 */
export const territoriesMa: readonly Territory[] = [
  country('MA', 'المغرب', 'Maroc', 'Morocco'),
  region('MA-01', 'طنجة-تطوان-الحسيمة', 'Tanger-Tétouan-Al Hoceïma', 'Tangier-Tetouan-Al Hoceima', {
    nameStatus: 'corrected',
  }),
  region('MA-02', 'الشرق', 'L’Oriental', 'Oriental', { nameStatus: 'corrected' }),
  region('MA-03', 'فاس-مكناس', 'Fès-Meknès', 'Fez-Meknes', { nameStatus: 'corrected' }),
  region('MA-04', 'الرباط-سلا-القنيطرة', 'Rabat-Salé-Kénitra', 'Rabat-Salé-Kénitra', { nameStatus: 'corrected' }),
  region('MA-05', 'بني ملال-خنيفرة', 'Béni Mellal-Khénifra', 'Béni Mellal-Khénifra', { nameStatus: 'corrected' }),
  region('MA-06', 'الدار البيضاء-سطات', 'Casablanca-Settat', 'Casablanca-Settat', { nameStatus: 'corrected' }),
  region('MA-07', 'مراكش-آسفي', 'Marrakech-Safi', 'Marrakesh-Safi', { nameStatus: 'corrected' }),
  region('MA-08', 'درعة-تافيلالت', 'Drâa-Tafilalet', 'Drâa-Tafilalet', { nameStatus: 'corrected' }),
  region('MA-09', 'سوس-ماسة', 'Souss-Massa', 'Souss-Massa', { nameStatus: 'corrected' }),
  region('MA-10', 'كلميم-واد نون', 'Guelmim-Oued Noun', 'Guelmim-Oued Noun', {
    nameStatus: 'corrected',
    isoMark: 'EH-partial',
  }),
  region('MA-11', 'العيون-الساقية الحمراء', 'Laâyoune-Sakia El Hamra', 'Laâyoune-Sakia El Hamra', {
    nameStatus: 'corrected',
    isoMark: 'EH-partial',
  }),
  region('MA-12', 'الداخلة-وادي الذهب', 'Dakhla-Oued Ed-Dahab', 'Dakhla-Oued Ed-Dahab', {
    nameStatus: 'corrected',
    isoMark: 'EH',
  }),
  prefecture('MA-MDF', 'MA-01', 'المضيق-الفنيدق', 'M’diq-Fnideq', 'M’diq-Fnideq', { nameStatus: 'to-confirm' }),
  prefecture('MA-TNG', 'MA-01', 'طنجة-أصيلة', 'Tanger-Assilah', 'Tangier-Assilah', { nameStatus: 'corrected' }),
  province('MA-CHE', 'MA-01', 'شفشاون', 'Chefchaouen', 'Chefchaouen'),
  province('MA-FAH', 'MA-01', 'الفحص-أنجرة', 'Fahs-Anjra', 'Fahs-Anjra', { nameStatus: 'corrected' }),
  province('MA-HOC', 'MA-01', 'الحسيمة', 'Al Hoceïma', 'Al Hoceïma'),
  province('MA-LAR', 'MA-01', 'العرائش', 'Larache', 'Larache'),
  province('MA-OUZ', 'MA-01', 'وزان', 'Ouezzane', 'Ouezzane', { nameStatus: 'to-confirm' }),
  province('MA-TET', 'MA-01', 'تطوان', 'Tétouan', 'Tétouan'),
  prefecture('MA-OUJ', 'MA-02', 'وجدة-أنجاد', 'Oujda-Angad', 'Oujda-Angad', { nameStatus: 'corrected' }),
  province('MA-BER', 'MA-02', 'بركان', 'Berkane', 'Berkane'),
  province('MA-DRI', 'MA-02', 'الدريوش', 'Driouch', 'Driouch', { nameStatus: 'to-confirm' }),
  province('MA-FIG', 'MA-02', 'فكيك', 'Figuig', 'Figuig'),
  province('MA-GUF', 'MA-02', 'جرسيف', 'Guercif', 'Guercif', { nameStatus: 'to-confirm' }),
  province('MA-JRA', 'MA-02', 'جرادة', 'Jerada', 'Jerada'),
  province('MA-NAD', 'MA-02', 'الناظور', 'Nador', 'Nador'),
  province('MA-TAI', 'MA-02', 'تاوريرت', 'Taourirt', 'Taourirt'),
  prefecture('MA-FES', 'MA-03', 'فاس', 'Fès', 'Fez', { nameStatus: 'corrected' }),
  prefecture('MA-MEK', 'MA-03', 'مكناس', 'Meknès', 'Meknès'),
  province('MA-BOM', 'MA-03', 'بولمان', 'Boulemane', 'Boulemane'),
  province('MA-HAJ', 'MA-03', 'الحاجب', 'El Hajeb', 'El Hajeb'),
  province('MA-IFR', 'MA-03', 'إفران', 'Ifrane', 'Ifrane'),
  province('MA-MOU', 'MA-03', 'مولاي يعقوب', 'Moulay Yaâcoub', 'Moulay Yacoub'),
  province('MA-SEF', 'MA-03', 'صفرو', 'Séfrou', 'Sefrou'),
  province('MA-TAO', 'MA-03', 'تاونات', 'Taounate', 'Taounate'),
  province('MA-TAZ', 'MA-03', 'تازة', 'Taza', 'Taza'),
  prefecture('MA-RAB', 'MA-04', 'الرباط', 'Rabat', 'Rabat'),
  prefecture('MA-SAL', 'MA-04', 'سلا', 'Salé', 'Salé'),
  prefecture('MA-SKH', 'MA-04', 'الصخيرات-تمارة', 'Skhirate-Témara', 'Skhirate-Témara', { nameStatus: 'corrected' }),
  province('MA-KEN', 'MA-04', 'القنيطرة', 'Kénitra', 'Kénitra'),
  province('MA-KHE', 'MA-04', 'الخميسات', 'Khémisset', 'Khemisset'),
  province('MA-SIK', 'MA-04', 'سيدي قاسم', 'Sidi Kacem', 'Sidi Kacem'),
  province('MA-SIL', 'MA-04', 'سيدي سليمان', 'Sidi Slimane', 'Sidi Slimane', { nameStatus: 'to-confirm' }),
  province('MA-AZI', 'MA-05', 'أزيلال', 'Azilal', 'Azilal'),
  province('MA-BEM', 'MA-05', 'بني ملال', 'Béni-Mellal', 'Béni-Mellal'),
  province('MA-FQH', 'MA-05', 'الفقيه بن صالح', 'Fquih Ben Salah', 'Fquih Ben Salah', { nameStatus: 'to-confirm' }),
  province('MA-KHN', 'MA-05', 'خنيفرة', 'Khénifra', 'Khénifra'),
  province('MA-KHO', 'MA-05', 'خريبكة', 'Khouribga', 'Khouribga'),
  prefecture('MA-CAS', 'MA-06', 'الدار البيضاء', 'Casablanca', 'Casablanca'),
  prefecture('MA-MOH', 'MA-06', 'المحمدية', 'Mohammadia', 'Mohammedia', { nameStatus: 'corrected' }),
  province('MA-BES', 'MA-06', 'بنسليمان', 'Benslimane', 'Ben Slimane'),
  province('MA-BRR', 'MA-06', 'برشيد', 'Berrechid', 'Berrechid', { nameStatus: 'to-confirm' }),
  province('MA-JDI', 'MA-06', 'الجديدة', 'El Jadida', 'El Jadida'),
  province('MA-MED', 'MA-06', 'مديونة', 'Médiouna', 'Médiouna'),
  province('MA-NOU', 'MA-06', 'النواصر', 'Nouaceur', 'Nouaceur'),
  province('MA-SET', 'MA-06', 'سطات', 'Settat', 'Settat'),
  province('MA-SIB', 'MA-06', 'سيدي بنور', 'Sidi Bennour', 'Sidi Bennour', { nameStatus: 'to-confirm' }),
  prefecture('MA-MAR', 'MA-07', 'مراكش', 'Marrakech', 'Marrakech', { nameStatus: 'to-confirm' }),
  province('MA-CHI', 'MA-07', 'شيشاوة', 'Chichaoua', 'Chichaoua'),
  province('MA-ESI', 'MA-07', 'الصويرة', 'Essaouira', 'Essaouira'),
  province('MA-HAO', 'MA-07', 'الحوز', 'Al Haouz', 'Al Haouz'),
  province('MA-KES', 'MA-07', 'قلعة السراغنة', 'El Kelâa des Sraghna', 'El Kelaa des Sraghna', {
    nameStatus: 'corrected',
  }),
  province('MA-REH', 'MA-07', 'الرحامنة', 'Rehamna', 'Rehamna', { nameStatus: 'to-confirm' }),
  province('MA-SAF', 'MA-07', 'آسفي', 'Safi', 'Safi'),
  province('MA-YUS', 'MA-07', 'اليوسفية', 'Youssoufia', 'Youssoufia', { nameStatus: 'to-confirm' }),
  province('MA-ERR', 'MA-08', 'الرشيدية', 'Errachidia', 'Errachidia'),
  province('MA-MID', 'MA-08', 'ميدلت', 'Midelt', 'Midelt', { nameStatus: 'to-confirm' }),
  province('MA-OUA', 'MA-08', 'ورززات', 'Ouarzazate', 'Ouarzazate'),
  province('MA-TIN', 'MA-08', 'تنغير', 'Tinghir', 'Tinghir', { nameStatus: 'to-confirm' }),
  province('MA-ZAG', 'MA-08', 'زاكورة', 'Zagora', 'Zagora'),
  prefecture('MA-AGD', 'MA-09', 'أكادير إداوتنان', 'Agadir-Ida-Ou-Tanane', 'Agadir-Ida-Ou-Tanane', {
    nameStatus: 'corrected',
  }),
  prefecture('MA-INE', 'MA-09', 'إنزكان آيت ملول', 'Inezgane-Aït Melloul', 'Inezgane-Aït Melloul'),
  province('MA-CHT', 'MA-09', 'شتوكة آيت باها', 'Chtouka-Aït Baha', 'Chtouka Aït Baha'),
  province('MA-TAR', 'MA-09', 'تارودانت', 'Taroudannt', 'Taroudant'),
  province('MA-TAT', 'MA-09', 'طاطا', 'Tata', 'Tata'),
  province('MA-TIZ', 'MA-09', 'تيزنيت', 'Tiznit', 'Tiznit'),
  province('MA-ASZ', 'MA-10', 'آسا الزاك', 'Assa-Zag', 'Assa-Zag', { isoMark: 'EH-partial' }),
  province('MA-GUE', 'MA-10', 'كلميم', 'Guelmim', 'Guelmim'),
  province('MA-SIF', 'MA-10', 'سيدي إفني', 'Sidi Ifni', 'Sidi Ifni', { nameStatus: 'to-confirm' }),
  province('MA-TNT', 'MA-10', 'طانطان', 'Tan-Tan', 'Tan-Tan', { isoMark: 'EH-partial' }),
  province('MA-BOD', 'MA-11', 'بوجدور', 'Boujdour', 'Boujdour', { isoMark: 'EH' }),
  province('MA-ESM', 'MA-11', 'السمارة', 'Es-Semara', 'Es Semara', { isoMark: 'EH-partial' }),
  province('MA-LAA', 'MA-11', 'العيون', 'Laâyoune', 'Laâyoune', { isoMark: 'EH' }),
  province('MA-TAF', 'MA-11', 'طرفاية', 'Tarfaya', 'Tarfaya', { nameStatus: 'to-confirm', isoMark: 'EH-partial' }),
  province('MA-AOU', 'MA-12', 'أوسرد', 'Aousserd', 'Aousserd', { isoMark: 'EH' }),
  province('MA-OUD', 'MA-12', 'وادي الذهب', 'Oued Ed-Dahab', 'Oued Ed-Dahab', { isoMark: 'EH' }),
];
