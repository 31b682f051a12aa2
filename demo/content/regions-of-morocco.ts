import type { Written } from './written.ts';

/** A region of Morocco with what the mission's reading says of its incubator and of the Jisr programme there. */
export interface DemoRegion {
  readonly code: string;
  readonly names: Written;
  /** Provinces and prefectures its clients come from, most often first. */
  readonly around: readonly string[];
  /** The partner association: invented, and named so. */
  readonly association: Written;
  /** Desk officer and manager; invented. */
  readonly staff: readonly [officer: string, manager: string];
  readonly persons: number;
  /** What a source says of the programme in this region, with the source; a figure is never ours. */
  readonly told?: Written;
}

/** Eleven of the twelve regions; Dakhla-Oued Ed-Dahab stands among the hubs. Figures: domain.md 3.4, with the page each was read in. */
export const demoRegions: readonly DemoRegion[] = [
  { code: 'MA-01', names: ['طنجة-تطوان-الحسيمة', 'Tanger-Tétouan-Al Hoceïma', 'Tangier-Tetouan-Al Hoceima'], around: ['MA-TNG', 'MA-TET', 'MA-FAH', 'MA-MDF'],
    association: ['جمعية نسيم الشمال (مثال)', 'Association Nassim du Nord (exemple)', 'Nassim of the North association (example)'], staff: ['سكينة الوزاني', 'Rajae Benzakour'], persons: 96,
    told: ['أطلقت المنصة يوم 16 دجنبر 2022 (المصدر: rni.ma).', 'Plateforme lancée le 16 décembre 2022 (source : rni.ma).', 'Platform launched on 16 December 2022 (source: rni.ma).'] },
  { code: 'MA-02', names: ['الشرق', 'L’Oriental', 'Oriental'], around: ['MA-OUJ', 'MA-NAD', 'MA-BER', 'MA-TAI'],
    association: ['جمعية ملوية (مثال)', 'Association Moulouya (exemple)', 'Moulouya association (example)'], staff: ['حورية الزكاري', 'Younes Bekkaoui'], persons: 78 },
  { code: 'MA-03', names: ['فاس-مكناس', 'Fès-Meknès', 'Fez-Meknes'], around: ['MA-FES', 'MA-MEK', 'MA-SEF', 'MA-TAO'],
    association: ['جمعية دار الصانعات (مثال)', 'Association Dar Essaniaat (exemple)', 'Dar Essaniaat association (example)'], staff: ['لبنى التاودي', 'Kawtar Sqalli'], persons: 110,
    told: ['أطلقت المنصة يوم 30 شتنبر 2022: 3 674 طلبا، منها 3 000 مقاولة ذاتية و674 عضوة في تعاونيات (المصدر: mapparite.ma).',
      'Plateforme lancée le 30 septembre 2022 : 3 674 demandes, dont 3 000 auto-entrepreneuses et 674 membres de coopératives (source : mapparite.ma).',
      'Platform launched on 30 September 2022: 3,674 applications, of which 3,000 auto-entrepreneurs and 674 members of cooperatives (source: mapparite.ma).'] },
  { code: 'MA-04', names: ['الرباط-سلا-القنيطرة', 'Rabat-Salé-Kénitra', 'Rabat-Salé-Kénitra'], around: ['MA-RAB', 'MA-SAL', 'MA-KEN', 'MA-SKH'],
    association: ['جمعية أبي رقراق للمبادرة (مثال)', 'Association Bouregreg Initiative (exemple)', 'Bouregreg Initiative association (example)'], staff: ['مونية السرغيني', 'Anas Lamrani'], persons: 104,
    told: ['أطلقت المنصة يوم 24 يوليوز 2023 (المصدر: social.gov.ma).', 'Plateforme lancée le 24 juillet 2023 (source : social.gov.ma).', 'Platform launched on 24 July 2023 (source: social.gov.ma).'] },
  { code: 'MA-05', names: ['بني ملال-خنيفرة', 'Béni Mellal-Khénifra', 'Béni Mellal-Khénifra'], around: ['MA-BEM', 'MA-KHN', 'MA-AZI', 'MA-FQH'],
    association: ['جمعية عيون الأطلس (مثال)', 'Association Sources de l’Atlas (exemple)', 'Springs of the Atlas association (example)'], staff: ['فاضمة أوعلي', 'Hamid Ouhaddou'], persons: 74 },
  { code: 'MA-06', names: ['الدار البيضاء-سطات', 'Casablanca-Settat', 'Casablanca-Settat'], around: ['MA-CAS', 'MA-MOH', 'MA-SET', 'MA-JDI'],
    association: ['جمعية خيط ومستقبل (مثال)', 'Association Fil et Avenir (exemple)', 'Thread and Future association (example)'], staff: ['بشرى المنجرة', 'Salwa Bennani'], persons: 120,
    told: ['أطلقت المنصة يوم 22 شتنبر 2022 (المصدر: casablanca.ma).', 'Plateforme lancée le 22 septembre 2022 (source : casablanca.ma).', 'Platform launched on 22 September 2022 (source: casablanca.ma).'] },
  { code: 'MA-07', names: ['مراكش-آسفي', 'Marrakech-Safi', 'Marrakesh-Safi'], around: ['MA-MAR', 'MA-SAF', 'MA-HAO', 'MA-ESI'],
    association: ['جمعية أركان وزعفران (مثال)', 'Association Argan et Safran (exemple)', 'Argan and Saffron association (example)'], staff: ['زهور الكنتاوي', 'Mounir Ait Lahcen'], persons: 98,
    told: ['سلمت شهادات التمويل يوم 28 يناير 2026 لفائدة 436 تعاونية (المصدر: marrakech7.com).', 'Attestations de financement remises le 28 janvier 2026 : 436 coopératives (source : marrakech7.com).', 'Funding certificates handed over on 28 January 2026: 436 cooperatives (source: marrakech7.com).'] },
  { code: 'MA-08', names: ['درعة-تافيلالت', 'Drâa-Tafilalet', 'Drâa-Tafilalet'], around: ['MA-ERR', 'MA-OUA', 'MA-ZAG', 'MA-TIN'],
    association: ['جمعية واحات النخيل (مثال)', 'Association Palmeraies (exemple)', 'Palm Groves association (example)'], staff: ['رقية أيت داود', 'Lahcen Bouzekri'], persons: 70 },
  { code: 'MA-09', names: ['سوس-ماسة', 'Souss-Massa', 'Souss-Massa'], around: ['MA-AGD', 'MA-TAR', 'MA-CHT', 'MA-TIZ'],
    association: ['جمعية تاموينت (مثال)', 'Association Tamouint (exemple)', 'Tamouint association (example)'], staff: ['تودة أوبلعيد', 'Brahim Amghar'], persons: 92,
    told: ['في غشت 2023 روجعت قاعدة المعطيات ووزعت النساء حسب الأقاليم وفق شبكة تقييم أولي (المصدر: anfaspress.com).',
      'En août 2023, base de données vérifiée et femmes classées par province selon une grille d’évaluation préliminaire (source : anfaspress.com).',
      'In August 2023 the database was cleaned and women classified by province against a preliminary evaluation sheet (source: anfaspress.com).'] },
  { code: 'MA-10', names: ['كلميم-واد نون', 'Guelmim-Oued Noun', 'Guelmim-Oued Noun'], around: ['MA-GUE', 'MA-TNT', 'MA-SIF'],
    association: ['جمعية باب الصحراء (مثال)', 'Association Bab Essahra (exemple)', 'Bab Essahra association (example)'], staff: ['مباركة الدويهي', 'Salek Baali'], persons: 64 },
  { code: 'MA-11', names: ['العيون-الساقية الحمراء', 'Laâyoune-Sakia El Hamra', 'Laâyoune-Sakia El Hamra'], around: ['MA-LAA', 'MA-ESM', 'MA-BOD', 'MA-TAF'],
    association: ['جمعية الساقية للتنمية (مثال)', 'Association Saguia Développement (exemple)', 'Saguia Development association (example)'], staff: ['اعزيزة الشيخ', 'Nasser Elbardi'], persons: 100,
    told: ['أطلقت المنصة في نونبر 2023: 5 925 مسجلة مقابل 3 000 مقعد، بغلاف 12 مليون درهم مناصفة (المصدر: lopinion.ma وle360.ma).',
      'Plateforme lancée en novembre 2023 : 5 925 inscrites pour 3 000 places, 12 millions de dirhams à parts égales (sources : lopinion.ma, le360.ma).',
      'Platform launched in November 2023: 5,925 registered for 3,000 places, 12 million dirhams in equal shares (sources: lopinion.ma, le360.ma).'] },
];
