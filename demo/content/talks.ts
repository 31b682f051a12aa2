/** What an officer writes down of a talk; invented, and sealed like a real one. */
export const listeningNotes: readonly string[] = [
  'تتحدث بهدوء. تريد أن تعمل من البيت لأن أمها مريضة. تسأل أولا عن الوقت الذي يأخذه كل موعد.',
  'جاءت مع ابنتها. لا تقرأ كثيرا وتفضل أن نشرح لها بالصور. تخاف من القروض.',
  'Elle a déjà vendu au marché. Elle veut une étiquette et un prix clair. Le trajet lui coûte cher.',
  'فقد عمله في الربيع. عنده خبرة في الألمنيوم ويريد أن يشتغل لحسابه مع صديقه.',
  'Elle garde trois enfants. Elle ne peut venir que le matin. Elle demande s’il y a une garderie.',
  'تقول إن الجيران نصحوها بالمركز. تريد أن تعرف حقوقها قبل أن تمضي أي ورقة.',
  'Le groupe hésite entre association et coopérative. Ils attendent une réponse avant la récolte.',
  'تعبت من التنقل بين الإدارات. طلبت ورقة واحدة فيها الخطوة القادمة فقط.',
];

/** Complaints and suggestions left at the desk. */
export const complaintWords: readonly { readonly kind: 'complaint' | 'suggestion'; readonly words: string; readonly answer?: string }[] = [
  { kind: 'complaint', words: 'انتظرت أكثر من ساعة ولم يخبرني أحد بالسبب.', answer: 'نعتذر. أضفنا عونا في الصباح، ونعلن الآن مدة الانتظار.' },
  { kind: 'suggestion', words: 'ركن صغير للأطفال في قاعة الانتظار يساعد الأمهات كثيرا.', answer: 'فكرة جيدة. سنفتح الركن مع بداية الشهر القادم.' },
  { kind: 'complaint', words: 'On m’a demandé deux fois les mêmes papiers.', answer: 'Vous avez raison. La liste des papiers est désormais remise dès le premier jour.' },
  { kind: 'suggestion', words: 'Ouvrir un après-midi par semaine pour celles qui travaillent le matin.', answer: 'C’est décidé : le mercredi après-midi, dès le mois prochain.' },
  { kind: 'complaint', words: 'الشريك لم يجبني بعد ثلاثة أسابيع.' },
  { kind: 'suggestion', words: 'لافتة بالأمازيغية عند الباب ستكون مفيدة.', answer: 'شكرا. طلبنا اللافتة وستوضع قريبا.' },
];
