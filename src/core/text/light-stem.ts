const arabicLetter = /[\u0600-\u06ff]/u;

/** Article and the small words written against it; two letters at least must remain. */
const arabicStart = /^(?:وال|بال|كال|فال|ولل|ال|لل)(?=..)/u;
const arabicEnd = /(?:يات|ات|ون|ين|ان|يه|ها|هم|ه|ي)$/u;

function stemArabic(word: string): string {
  const bare = word.replace(arabicStart, '');
  // A lone و or ب is taken off only when a whole word of four letters remains: وثيقة keeps its و.
  const start = bare === word ? word.replace(/^[وب](?=.{5})/u, '') : bare;
  const stem = start.replace(arabicEnd, '');
  return stem.length >= 3 ? stem : start;
}

const latinEnds: readonly (readonly [RegExp, string])[] = [
  [/eaux$/u, 'eau'],
  [/aux$/u, 'al'],
  [/ies$/u, 'y'],
  [/(?<=..)sses$/u, 'ss'],
  [/(?<=[^s])s$/u, ''],
  [/(?<=[eo]u)x$/u, ''],
];

function stemLatin(word: string): string {
  if (word.length < 4) return word;
  const single = latinEnds.reduce((kept, [end, instead]) => (kept === word ? kept.replace(end, instead) : kept), word);
  const stem = single
    .replace(/ees?$/u, 'e')
    .replace(/(?<=...)e$/u, '')
    .replace(/iv$/u, 'if')
    .replace(/y$/u, 'i')
    .replace(/([lnts])\1$/u, '$1');
  return stem.length >= 3 ? stem : single;
}

/**
 * The part of a folded word that stays the same in the plural, the feminine and with the article:
 * والتعاونيات → تعاون, coopératives → cooperatif, services → servic. Not always a word; made only to be compared.
 */
export function lightStem(word: string): string {
  return arabicLetter.test(word) ? stemArabic(word) : stemLatin(word);
}
