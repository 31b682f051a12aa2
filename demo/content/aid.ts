import type { Written } from './written.ts';

/** The aid that the demo gives in Sidi Bouzid: amounts, rules and the law it names are invented, their shape is Ossetana's and Lebrija's (domain.md 3.7). */
export const demoAid = {
  instrument: ['مساعدة غذائية (مثال)', 'Aide alimentaire (exemple)', 'Food aid (example)'] as Written,
  programme: ['سلة الأسر، سيدي بوزيد (مثال)', 'Panier des ménages, Sidi Bouzid (exemple)', 'Household basket, Sidi Bouzid (example)'] as Written,
  basis: 'Loi organique n° 2016-48, bons d’aide à usage limité (exemple)',
  budget: [{ what: 'Cartes et bons imprimés (exemple)', amount: '150' }, { what: 'Contrôle des comptes (exemple)', amount: '350' }],
  proof: 'Relevé de la commune, ligne 7 (exemple)',
  rules: {
    ar: 'تُمنح المساعدة مرة واحدة لكل أسرة تسكن في الولاية، بحسب عدد أفرادها.\nتُصرف في الغذاء والنظافة ولوازم الأطفال، في المتاجر المتعاقدة وحدها. لا تُصرف في الكحول أو التبغ أو القمار، ولا تُبدل نقداً.\nتنتهي بعد ستين يوماً، ويعود باقيها إلى الصندوق. تُرسل رسالة قبل ذلك.\nإذا ضاعت البطاقة تُجمد المحفظة في الحال. كل قرار يأخذه شخصان.',
    fr: 'L’aide est accordée une fois à chaque ménage qui habite le gouvernorat, selon le nombre de ses membres.\nElle paie l’alimentation, l’hygiène et les articles pour enfants, dans les seules boutiques sous contrat. Elle ne paie ni alcool, ni tabac, ni jeux d’argent, et ne se change pas en espèces.\nElle prend fin après soixante jours et le reste retourne au fonds. Un message prévient avant.\nCarte perdue : le porte-monnaie est bloqué aussitôt. Chaque décision est prise par deux personnes.',
    en: 'Aid is given once to each household that lives in the governorate, by how many live in it.\nIt pays for food, hygiene and things for children, in shops under contract only. It pays for no alcohol, tobacco or gambling, and is not changed into cash.\nIt ends after sixty days and the rest goes back to the fund. A message comes before.\nIf a card is lost the wallet is frozen at once. Every decision is taken by two persons.',
  },
} as const;
