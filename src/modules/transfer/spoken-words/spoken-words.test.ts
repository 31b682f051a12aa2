import { describe, expect, it } from 'vitest';
import { drawWords, readWords, wordCount, wordLanguages, wordLists } from './spoken-words.ts';

/** Written plainly here: what a listener cannot tell apart on paper. */
const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace('œ', 'oe').replaceAll('ة', 'ه').replaceAll('ى', 'ي');
/** Arabic letters that many ears take for one another. */
const heard = (word: string): string => plain(word).replace(/[صث]/gu, 'س').replaceAll('ط', 'ت').replaceAll('ض', 'د').replace(/[ظذ]/gu, 'ز').replaceAll('ح', 'ه').replaceAll('ق', 'ك').replaceAll('ع', 'ا').replace(/ه$/u, 'ا').replace(/ا+/gu, 'ا');

/** Do two words differ in one letter only: another, one more or one less? */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

describe('the words she carries', () => {
  it.each(wordLanguages)('are 2,048 in %s, short, one word each, no two the same once accents are gone: 66 bits in six', (language) => {
    const list = wordLists[language];
    expect(list).toHaveLength(2_048);
    expect(Math.log2(list.length) * wordCount).toBe(66);
    expect(new Set(list.map(plain)).size).toBe(2_048);
    expect(list.filter((word) => !/^\p{L}{3,10}$/u.test(plain(word)))).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('in %s any two differ in two letters at least', (language) => {
    const words = wordLists[language].map(plain);
    expect(words.flatMap((word, at) => words.slice(at + 1).filter((other) => near(word, other)).map((other) => `${word} ${other}`))).toEqual([]);
    expect([near('lampe', 'rampe'), near('lampe', 'lampes'), near('lampe', 'tomate')]).toEqual([true, true, false]);
  });

  it('in Arabic no two sound alike', () => {
    expect(new Set(wordLists.ar.map(heard)).size).toBe(2_048);
  });

  it('are drawn by chance from the whole list', () => {
    const drawn = Array.from({ length: 2_000 }, () => drawWords('en')).flat();
    expect(drawn).toHaveLength(12_000);
    // 12,000 draws leave about 2,048 · e^-5.86 ≈ 6 words unseen; sixty would mean that chance is bent.
    expect(new Set(drawn).size).toBeGreaterThan(1_990);
  });

  it('are read however they are typed: marks, hamza, article, commas, capitals', () => {
    const words = ['خبز', 'قمر', 'إجازة', 'شمس', 'باب', 'تفاح'].filter((word) => wordLists.ar.includes(word));
    const six = [...words, ...wordLists.ar.slice(-6)].slice(0, 6);
    expect(readWords(six.map((word) => `ال${word}`).join('، '))).toEqual({ words: six });
    expect(readWords(six.map((word) => word.replaceAll('إ', 'ا').replaceAll('أ', 'ا')).join('  '))).toEqual({ words: six });
    const english = wordLists.en.slice(100, 106);
    expect(readWords(english.join(', ').toUpperCase())).toEqual({ words: english });
    expect(readWords(` ${english.slice(0, 3).join(' ')}\nzzzz ${english.slice(4).join('-')}`)).toEqual({ unknown: 4 });
    expect(readWords('')).toEqual({ count: 0 });
    expect(readWords(Array.from({ length: 7 }, () => 'apple').join(' '))).toEqual({ count: 7 });
  });
});
