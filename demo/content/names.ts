/** A name in Arabic and in Latin letters. */
export type TwoScripts = readonly [ar: string, latin: string];

/** First names common in both countries. */
export const womenNames: readonly TwoScripts[] = [
  ['أحلام', 'Ahlem'], ['آمال', 'Amel'], ['أميرة', 'Amira'], ['إيمان', 'Imen'], ['بسمة', 'Basma'], ['جميلة', 'Jamila'], ['حليمة', 'Halima'],
  ['حنان', 'Hanen'], ['حياة', 'Hayet'], ['دلال', 'Dalel'], ['ربيعة', 'Rabiaa'], ['رحمة', 'Rahma'], ['رشيدة', 'Rachida'], ['ريم', 'Rim'],
  ['زهرة', 'Zohra'], ['زينب', 'Zeineb'], ['سامية', 'Samia'], ['سعاد', 'Souad'], ['سلمى', 'Selma'], ['سميرة', 'Samira'], ['سناء', 'Sana'],
  ['سهام', 'Sihem'], ['شيماء', 'Chaima'], ['صابرين', 'Sabrine'], ['صفاء', 'Safa'], ['عفاف', 'Afef'], ['غزالة', 'Ghzala'], ['فتحية', 'Fathia'],
  ['كوثر', 'Kaouther'], ['لطيفة', 'Latifa'], ['ليلى', 'Leila'], ['مبروكة', 'Mabrouka'], ['مريم', 'Mariem'], ['منال', 'Manel'], ['منيرة', 'Mounira'],
  ['نادية', 'Nadia'], ['نجاة', 'Najet'], ['نوال', 'Nawel'], ['هاجر', 'Hajer'], ['هدى', 'Houda'], ['وفاء', 'Wafa'], ['يسرى', 'Yosra'],
];

export const menNames: readonly TwoScripts[] = [
  ['أنيس', 'Anis'], ['أيمن', 'Aymen'], ['بلال', 'Bilel'], ['حمزة', 'Hamza'], ['خالد', 'Khaled'], ['رضا', 'Ridha'], ['زياد', 'Zied'],
  ['سفيان', 'Sofiene'], ['سليم', 'Slim'], ['صالح', 'Salah'], ['طارق', 'Tarek'], ['عادل', 'Adel'], ['عماد', 'Imed'], ['فيصل', 'Faycel'],
  ['كريم', 'Karim'], ['مراد', 'Mourad'], ['نبيل', 'Nabil'], ['وليد', 'Walid'], ['ياسين', 'Yassine'], ['يوسف', 'Youssef'],
];

/** Family names, by country. */
export const familyNames: Readonly<Record<'TN' | 'MA', readonly TwoScripts[]>> = {
  TN: [
    ['العيادي', 'Ayadi'], ['الجلاصي', 'Jlassi'], ['الغربي', 'Gharbi'], ['الهمامي', 'Hammami'], ['السعيدي', 'Saidi'], ['النصري', 'Nasri'],
    ['البوعزيزي', 'Bouazizi'], ['الدريدي', 'Dridi'], ['المثلوثي', 'Mathlouthi'], ['الزواري', 'Zouari'], ['الشابي', 'Chebbi'], ['القاسمي', 'Gasmi'],
    ['الورتاني', 'Ouertani'], ['العبيدي', 'Abidi'], ['بوزيد', 'Bouzid'], ['بن عمر', 'Ben Amor'], ['بن سالم', 'Ben Salem'], ['بن يوسف', 'Ben Youssef'],
    ['الماجري', 'Mejri'], ['الرياحي', 'Riahi'], ['الفرشيشي', 'Ferchichi'], ['اليحياوي', 'Yahyaoui'], ['الكافي', 'Kefi'], ['السلامي', 'Sellami'],
    ['الحاجي', 'Hajji'], ['الشريف', 'Cherif'], ['المرزوقي', 'Marzouki'], ['الطياري', 'Tayari'], ['العوني', 'Aouni'], ['القروي', 'Karoui'],
  ],
  MA: [
    ['الإدريسي', 'Idrissi'], ['العلوي', 'Alaoui'], ['بنجلون', 'Benjelloun'], ['بوشتى', 'Bouchta'], ['الركيبي', 'Rguibi'], ['التازي', 'Tazi'],
    ['أيت باها', 'Ait Baha'], ['الفاسي', 'Fassi'], ['الزهراوي', 'Zahraoui'], ['الكتاني', 'Kettani'], ['ماء العينين', 'Maelainine'], ['السباعي', 'Sbai'],
    ['حمداني', 'Hamdani'], ['الدليمي', 'Dlimi'], ['بلحاج', 'Belhaj'], ['الخطابي', 'Khattabi'], ['أوبلال', 'Oubellal'], ['العروسي', 'Laaroussi'],
    ['الصحراوي', 'Sahraoui'], ['برادة', 'Berrada'], ['الناصري', 'Naciri'], ['اليعقوبي', 'Yaacoubi'], ['شفيق', 'Chafik'], ['لمغاري', 'Lamghari'],
  ],
};

/** A person of domain.md 3.14: the spelling typed at this hub. The same `same` is one woman or man, typed at two desks or twice. */
export interface KnownSpelling {
  readonly hub: string;
  readonly name: string;
  readonly other?: string;
  readonly sex: 'female' | 'male';
  readonly year: number;
  readonly same: string;
}

/** The fictional names of domain.md 3.14, spread over desks so that search, hints and "may be known elsewhere" have something to show. */
export const knownSpellings: readonly KnownSpelling[] = [
  { hub: 'sidi-bouzid', name: 'فاطمة الزهراء بن علي', sex: 'female', year: 1988, same: 'fatma' },
  { hub: 'sidi-bouzid', name: 'Fatma Zohra Ben Ali', sex: 'female', year: 1988, same: 'fatma' },
  { hub: 'medina', name: 'Fatima Ezzahra BENALI', sex: 'female', year: 1988, same: 'fatma' },
  { hub: 'mahdia', name: 'محمد أمين الطرابلسي', other: 'Mohamed Amine Trabelsi', sex: 'male', year: 1994, same: 'amine' },
  { hub: 'sidi-bouzid', name: 'Mouhamed Amin Ettrabelsi', sex: 'male', year: 1994, same: 'amine' },
  { hub: 'mahdia', name: 'محمود أمين الطرابلسي', other: 'Mahmoud Amine Trabelsi', sex: 'male', year: 1994, same: 'mahmoud' },
  { hub: 'dakhla', name: 'خديجة أيت الحاج', other: 'Khadija Ait El Haj', sex: 'female', year: 1979, same: 'khadija' },
  { hub: 'centre', name: 'Khadidja AÏT LHAJ', sex: 'female', year: 1979, same: 'khadija' },
  { hub: 'medina', name: 'عائشة المنصوري', other: 'Aïcha Mansouri', sex: 'female', year: 1990, same: 'aicha' },
  { hub: 'mahdia', name: 'Aicha El Mansouri', sex: 'female', year: 1990, same: 'aicha' },
  { hub: 'dakhla', name: 'نورة بوزيان', other: 'Noura Bouziane', sex: 'female', year: 1985, same: 'noura' },
  { hub: 'centre', name: 'Nora Bouzyane', sex: 'female', year: 1985, same: 'noura' },
  { hub: 'dakhla', name: 'نور بوزيان', other: 'Nour Bouziane', sex: 'female', year: 1985, same: 'nour' },
  { hub: 'medina', name: 'سلمى الهمامي', sex: 'female', year: 2001, same: 'selma' },
  { hub: 'medina', name: 'سناء الهمامي', sex: 'female', year: 2001, same: 'sana' },
];
