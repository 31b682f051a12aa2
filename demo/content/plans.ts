/** Goals as women and worker write them together, each with its steps; invented. */
export const demoPlans = [
  { area: 'activity', words: 'أفتح ورشة خياطة صغيرة في البيت', steps: ['حساب كلفة القطعة الواحدة', 'شراء آلة خياطة مستعملة', 'خياطة خمس قطع للعرض'] },
  { area: 'market', words: 'أبيع الخبز والمعجنات في السوق الأسبوعية', steps: ['زيارة السوق ومعرفة الأسعار', 'طلب مكان في السوق', 'أول يوم بيع مع مرافقة'] },
  { area: 'papers', words: 'أسجّل نشاطي وأحصل على أوراقي', steps: ['جمع الوثائق المطلوبة', 'الذهاب إلى الشباك معا', 'استلام الوصل'] },
  { area: 'money', words: 'أمسك دفتر حسابات كل أسبوع', steps: ['تعلم تسجيل المداخيل والمصاريف', 'شهر كامل من التسجيل', 'مراجعة الدفتر معا'] },
  { area: 'skills', words: 'أتعلم استعمال الهاتف لعرض منتوجاتي', steps: ['حصة تصوير المنتوجات', 'إنشاء صفحة للعرض', 'الرد على أول طلب'] },
  { area: 'activity', words: 'Transformer mes olives en conserves vendables', steps: ['Visite d’un atelier voisin', 'Essai de vingt bocaux', 'Étiquette et prix'] },
  { area: 'market', words: 'Trouver trois clients réguliers pour mes tapis', steps: ['Photos et fiche de prix', 'Visite de deux boutiques', 'Première commande livrée'] },
  { area: 'daily_life', words: 'أرتّب وقتي بين البيت والعمل', steps: ['اتفاق مع الجارة على رعاية الصغير', 'جدول أسبوعي', 'مراجعة الجدول بعد شهر'] },
] as const;

/** What is noted of a session, harmless and invented. */
export const sessionNotes = [
  'تحدثت عن أسعار السوق وعن خوفها من أول يوم بيع.',
  'Elle a apporté trois échantillons et demande comment fixer un prix.',
  'الدفتر مرتب، وتريد أن تفهم الفرق بين الربح ورقم المبيعات.',
] as const;
