/** Words that invented services are made of: the same thing in Arabic, French and English. */
export const things: readonly (readonly [string, string, string])[] = [
  ['ورشة الخياطة', 'Atelier de couture', 'Sewing workshop'],
  ['التكوين في المعلوماتية', 'Formation en informatique', 'Computer training'],
  ['القروض الصغيرة', 'Microcrédit solidaire', 'Small loans'],
  ['مرافقة المشاريع', 'Accompagnement de projets', 'Project support'],
  ['استشارة قانونية', 'Conseil juridique', 'Legal advice'],
  ['تثمين المنتجات الفلاحية', 'Valorisation des produits agricoles', 'Adding value to farm products'],
  ['تسويق المنتجات التقليدية', 'Commercialisation de l’artisanat', 'Selling crafts'],
  ['فضاء العمل المشترك', 'Espace de travail partagé', 'Shared workspace'],
  ['رعاية الأطفال', 'Garde d’enfants', 'Child care'],
  ['محو الأمية', 'Alphabétisation des adultes', 'Adult literacy'],
  ['تربية النحل', 'Élevage d’abeilles', 'Beekeeping'],
  ['النقل المدرسي', 'Transport scolaire', 'School transport'],
  ['حضانة الأفكار', 'Incubation des idées', 'Idea incubation'],
  ['التصوير الرقمي', 'Photographie numérique', 'Digital photography'],
  ['السياحة البديلة', 'Tourisme alternatif', 'Alternative tourism'],
  ['إعادة التدوير', 'Recyclage des déchets', 'Waste recycling'],
  ['الإسكان الاجتماعي', 'Logement social', 'Social housing'],
  ['الصحة النفسية', 'Santé mentale', 'Mental health'],
  ['الوساطة في التشغيل', 'Médiation pour l’emploi', 'Job mediation'],
  ['المطبخ الجماعي', 'Cuisine collective', 'Community kitchen'],
];

/** For whom they are. */
export const people: readonly (readonly [string, string, string])[] = [
  ['للنساء الريفيات', 'pour les femmes rurales', 'for rural women'],
  ['للشباب', 'pour les jeunes', 'for young people'],
  ['للحرفيين', 'pour les artisans', 'for craftspeople'],
  ['لذوي الإعاقة', 'pour les personnes handicapées', 'for disabled people'],
  ['للمهاجرين', 'pour les migrants', 'for migrants'],
  ['للفلاحين', 'pour les agriculteurs', 'for farmers'],
  ['للأمهات', 'pour les mères', 'for mothers'],
  ['للطلبة', 'pour les étudiants', 'for students'],
  ['للعاطلين', 'pour les chômeurs', 'for the unemployed'],
  ['للمتقاعدين', 'pour les retraités', 'for pensioners'],
];

/** Bodies are called after people and places. */
export const bodies: readonly (readonly [string, string])[] = [
  ['جمعية الياسمين', 'Association Yasmine'],
  ['تعاونية الأمل', 'Coopérative El Amal'],
  ['اتحاد المزارعات', 'Union des agricultrices'],
  ['مؤسسة خديجة', 'Fondation Khadija'],
  ['جمعية الواحة', 'Association El Waha'],
  ['تعاضدية الصيادين', 'Mutuelle des pêcheurs'],
  ['شبكة المبادرات', 'Réseau des initiatives'],
  ['دار الصنائع', 'Maison des métiers'],
];

/** The twenty kinds of query of design.md section 6: what is typed, and the one service it must find on the first page. */
export const kinds: readonly {
  readonly kind: string;
  readonly typed: string;
  readonly names: { readonly ar?: string; readonly fr?: string; readonly en?: string };
}[] = [
  { kind: 'hamza', typed: 'ادماج اسري', names: { ar: 'إدماج أسري بعد الإقامة' } },
  { kind: 'ta marbuta', typed: 'زربيه مرقومه', names: { ar: 'زربية مرقومة بالطلب' } },
  { kind: 'tatweel', typed: 'فـخــار يـــدوي', names: { ar: 'فخار يدوي للبيع' } },
  { kind: 'harakat', typed: 'تَقْطِير الزُّهُور', names: { ar: 'تقطير الزهور البيضاء' } },
  { kind: 'alef maqsura', typed: 'ملتقي القري', names: { ar: 'ملتقى القرى الجبلية' } },
  { kind: 'article', typed: 'الزيتون المصبر', names: { ar: 'زيتون مصبر' } },
  { kind: 'Arabic plural', typed: 'معصرات حجرية', names: { ar: 'معصرة حجرية قديمة' } },
  { kind: 'digits', typed: 'قانون ٦٥ فصل ١٥', names: { ar: 'شرح قانون 65 فصل 15' } },
  { kind: 'accent', typed: 'menagere ebenisterie', names: { fr: 'Ébénisterie ménagère' } },
  { kind: 'elision', typed: 'l’orfèvrerie d’argent', names: { fr: 'Orfèvrerie et argent' } },
  { kind: 'French plural', typed: 'broderies nuptiales', names: { fr: 'Broderie nuptiale' } },
  { kind: 'feminine', typed: 'pastorale migratrices', names: { fr: 'Pastoral migrateur et migratrice' } },
  { kind: 'capitals', typed: 'POTERIE SEJNANE', names: { fr: 'Poterie de Sejnane' } },
  { kind: 'letter missing', typed: 'heliciculure', names: { fr: 'Héliciculture familiale' } },
  { kind: 'letters exchanged', typed: 'maroquinreie', names: { fr: 'Maroquinerie fine' } },
  { kind: 'letter wrong', typed: 'sericolture', names: { en: 'Sericulture at home' } },
  { kind: 'beginning', typed: 'vanner', names: { fr: 'Vannerie d’alfa' } },
  { kind: 'Latin for Arabic', typed: 'Ben Guerdane', names: { ar: 'سوق بن قردان' } },
  { kind: 'Arabic for Latin', typed: 'المكنين', names: { fr: 'Bijoux de Moknine' } },
  { kind: 'a word too many', typed: 'distillerie géranium zzyzx', names: { fr: 'Distillerie de géranium' } },
];
