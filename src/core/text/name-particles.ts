/** How a small word before a name is treated. */
export type Particle = 'son' | 'daughter' | 'family';

/** Written (folded) particle → what it is and how it is written when joined: بن علي, Ben Ali and Benali are one. */
const joining: Record<string, readonly [Particle, string]> = {
  ben: ['son', 'ben'],
  bin: ['son', 'ben'],
  ibn: ['son', 'ben'],
  bel: ['son', 'ben'],
  بن: ['son', 'بن'],
  ابن: ['son', 'بن'],
  bent: ['daughter', 'bent'],
  bint: ['daughter', 'bent'],
  بنت: ['daughter', 'بنت'],
  ould: ['son', 'ould'],
  wld: ['son', 'ould'],
  oueld: ['son', 'ould'],
  weld: ['son', 'ould'],
  ولد: ['son', 'ولد'],
  ait: ['family', 'ait'],
  ايت: ['family', 'ايت'],
  abd: ['family', 'abd'],
  abdel: ['family', 'abd'],
  abdul: ['family', 'abd'],
  abdoul: ['family', 'abd'],
  abdal: ['family', 'abd'],
  عبد: ['family', 'عبد'],
  bou: ['family', 'bou'],
  بو: ['family', 'بو'],
  abou: ['family', 'abou'],
  abu: ['family', 'abou'],
  ابو: ['family', 'ابو'],
  ابي: ['family', 'ابو'],
  oum: ['family', 'oum'],
  om: ['family', 'oum'],
  umm: ['family', 'oum'],
  ام: ['family', 'ام'],
};

const articles = new Set([
  'el',
  'al',
  'il',
  'ul',
  'l',
  'ال',
  'ech',
  'ach',
  'ash',
  'esh',
  'et',
  'at',
  'er',
  'ar',
  'es',
  'as',
  'ez',
  'az',
  'en',
  'an',
  'ed',
  'ad',
]);
const titles = new Set([
  'mme',
  'mlle',
  'mr',
  'mrs',
  'ms',
  'dr',
  'السيد',
  'السيده',
  'السيدة',
  'سيدة',
  'الانسة',
  'الدكتور',
  'الدكتورة',
]);

/** The particle a folded word is, with its joined spelling, or undefined when the word is a name of its own. */
export function particleOf(word: string): readonly [Particle, string] | undefined {
  return Object.hasOwn(joining, word) ? joining[word] : undefined;
}

/** Whether a folded word standing alone is only the article (El Mansouri, Ez Zahra). */
export const isArticle = (word: string): boolean => articles.has(word);

/** Whether a folded word is a form of address and no part of the name. */
export const isTitle = (word: string): boolean => titles.has(word);

/** Names that begin with alef-lam or el- without holding the article. */
const noArticle = new Set([
  'الياس',
  'الهام',
  'الفة',
  'الفه',
  'اليسا',
  'اليسار',
  'الين',
  'الله',
  'elyes',
  'elias',
  'ilyes',
]);

/** The word without an article that is surely one: المنصوري → منصوري, Ezzahra → zahra; else the word itself. */
export function withoutArticle(word: string): string {
  if (noArticle.has(word)) return word;
  if (/^ال.../u.test(word)) return word.slice(2);
  const rest = word.replace(/^e(?:([tdrzsn])(?=\1)|ch(?=ch)|sh(?=sh))/u, '');
  return /^[aeiouyw]*[^aeiouyw]+[aeiouyw]+[^aeiouyw]/u.test(rest) ? rest : word;
}

/** Further readings of a word whose beginning may be the article: Elmansouri, Lhaj, Lamine, Annabi. */
export function withoutDoubtfulArticle(word: string): readonly string[] {
  const readings: string[] = [];
  if (/^[eai]l[^aeiouyw].../u.test(word) || /^[ea]l[aeiouyw]..../u.test(word)) readings.push(word.slice(2));
  if (/^a([tdrzsn])\1.../u.test(word)) readings.push(word.slice(2));
  if (/^l[^aeiouyw]../u.test(word) || /^la[^aeiouyw]../u.test(word)) readings.push(word.slice(1));
  return readings;
}
