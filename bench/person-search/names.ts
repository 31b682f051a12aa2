/** First and last names that invented persons are called by: in Arabic script and in Latin. */
export const firstNames: readonly (readonly [string, string])[] = [
  ['محمد', 'Mohamed'], ['فاطمة', 'Fatma'], ['خديجة', 'Khadija'], ['أحمد', 'Ahmed'], ['مريم', 'Mariem'], ['يوسف', 'Youssef'], ['عائشة', 'Aicha'], ['علي', 'Ali'],
  ['زينب', 'Zeineb'], ['أمين', 'Amine'], ['سناء', 'Sana'], ['كريم', 'Karim'], ['ليلى', 'Leila'], ['حسن', 'Hassan'], ['نورة', 'Noura'], ['رشيد', 'Rachid'],
  ['سعاد', 'Souad'], ['طارق', 'Tarek'], ['هدى', 'Houda'], ['بلال', 'Bilel'], ['إيمان', 'Imen'], ['مصطفى', 'Mustapha'], ['رانيا', 'Rania'], ['عمر', 'Omar'],
  ['جميلة', 'Jamila'], ['سمير', 'Samir'], ['نجاة', 'Najet'], ['إبراهيم', 'Ibrahim'], ['وفاء', 'Wafa'], ['فيصل', 'Faycal'], ['لطيفة', 'Latifa'], ['نبيل', 'Nabil'],
];
export const lastNames: readonly (readonly [string, string])[] = [
  ['بن علي', 'Ben Ali'], ['الطرابلسي', 'Trabelsi'], ['المنصوري', 'Mansouri'], ['بوزيان', 'Bouziane'], ['الهمامي', 'Hammami'], ['أيت الحاج', 'Ait El Haj'], ['الغربي', 'Gharbi'],
  ['العياري', 'Ayari'], ['الشابي', 'Chebbi'], ['الماجري', 'Mejri'], ['العلوي', 'Alaoui'], ['بنيس', 'Bennis'], ['التازي', 'Tazi'], ['الجبالي', 'Jebali'], ['السعيدي', 'Saidi'],
  ['بوعزيزي', 'Bouazizi'], ['الورغي', 'Ouerghi'], ['الدريدي', 'Dridi'], ['الخياري', 'Khiari'], ['العبيدي', 'Abidi'], ['النفزي', 'Nefzi'], ['بركات', 'Barkat'], ['الإدريسي', 'Idrissi'],
  ['الفاسي', 'Fassi'], ['بنكيران', 'Benkirane'], ['المرزوقي', 'Marzouki'], ['الزواري', 'Zouari'], ['القاسمي', 'Kasmi'], ['بن صالح', 'Ben Salah'], ['الحداد', 'Haddad'], ['الرياحي', 'Riahi'],
  ['العوني', 'Aouni'], ['السالمي', 'Selmi'], ['البكوش', 'Baccouche'], ['الناصري', 'Nasri'], ['الوسلاتي', 'Oueslati'], ['الجلاصي', 'Jelassi'], ['المالكي', 'Malki'], ['بن عمر', 'Ben Amor'], ['الرحماني', 'Rahmani'],
];

/** How people look for somebody: what is typed, and the one person of the hub it must show on the first page. */
export const kinds: readonly { readonly kind: string; readonly typed: string; readonly name: string }[] = [
  { kind: 'Arabic', typed: 'فاطمة القسطلاني', name: 'فاطمة القسطلاني' },
  { kind: 'hamza and ta marbuta', typed: 'اسماء الجوينيه', name: 'أسماء الجوينية' },
  { kind: 'Latin for Arabic', typed: 'Khadija Darghouthi', name: 'خديجة الدرغوثي' },
  { kind: 'Arabic for Latin', typed: 'كريم بوغطاس', name: 'Karim Boughattas' },
  { kind: 'last name first', typed: 'Zghidi Mariem', name: 'Mariem Zghidi' },
  { kind: 'vowels otherwise', typed: 'Yousef Bilkhudja', name: 'Youssef Belkhodja' },
  { kind: 'letters exchanged', typed: 'Samir Ghanonuchi', name: 'Samir Ghannouchi' },
  { kind: 'letter missing', typed: 'Leila Messdi', name: 'Leila Messadi' },
  { kind: 'beginning', typed: 'Noura Tlat', name: 'Noura Tlatli' },
  { kind: 'beginning in Arabic', typed: 'الفرش', name: 'هدى الفرشيشي' },
  { kind: 'last name alone', typed: 'Kallel', name: 'Imen Kallel' },
  { kind: 'a word too many', typed: 'Tarek Zzyzx Mestiri', name: 'Tarek Mestiri' },
];
