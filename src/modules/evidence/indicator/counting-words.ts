import type { Named } from '#core/words/named.ts';

/** The sentence that says how distinct people are counted. */
export const oncePerPerson: Named = {
  ar: 'يُحسب كل شخص مرة واحدة في الفترة، حتى إن جاء مرات عديدة أو إلى عدة شبابيك موحدة.',
  fr: 'Chaque personne est comptée une seule fois dans la période, même si elle est venue plusieurs fois ou à plusieurs guichets uniques.',
  en: 'Each person is counted once in the period, however often she came and at however many hubs.',
};

/** The sentence that says how distinct organizations are counted. */
export const oncePerOrganization: Named = {
  ar: 'يُحسب كل هيكل مرة واحدة في الفترة، مهما كان عدد من حضروا باسمه.',
  fr: 'Chaque organisation est comptée une seule fois dans la période, quel que soit le nombre de personnes venues en son nom.',
  en: 'Each organization is counted once in the period, whoever came in its name.',
};

/** What figures of persons leave out. */
export const withoutOrganizations: Named = {
  ar: 'لا يشمل الهياكل، فلها رقم خاص بها، ولا المسائل المحمية.',
  fr: 'Sans les organisations, qui ont leur propre chiffre, ni les situations protégées.',
  en: 'Leaves out organizations, which have a figure of their own, and protected matters.',
};

/** What figures of organizations leave out. */
export const withoutPersons: Named = {
  ar: 'لا يشمل الأشخاص الذين جاؤوا لأنفسهم.',
  fr: 'Sans les personnes venues pour elles-mêmes.',
  en: 'Leaves out people who came for themselves.',
};

/** Two sentences as one rule, in Morocco's own words where one of them has such. */
export const both = (first: Named, second: Named): Named => ({
  ar: `${first.ar} ${second.ar}`, 'ar-MA': `${first['ar-MA'] ?? first.ar} ${second['ar-MA'] ?? second.ar}`, fr: `${first.fr} ${second.fr}`, en: `${first.en} ${second.en}`,
});
