import { type Sound, SoundBuilder } from './sound-builder.ts';
import { vowel } from './vowels.ts';

/** Written consonant → consonants heard, longest first; after `/` the other reading. */
const spellings: readonly (readonly [string, string, string])[] = [
  ['tsch', 'tc', 'tc'],
  ['sch', 'c', 'c'],
  ['tch', 'tc', 'tc'],
  ['ch', 'c', 'c'],
  ['sh', 'c', 'c'],
  ['kh', 'x', 'x'],
  ['gh', 'g', 'g'],
  ['th', 't', 's'],
  ['dh', 'd', 'z'],
  ['ph', 'f', 'f'],
  ['dj', 'j', 'g'],
  ['ck', 'k', 'k'],
];
const byFirst = new Map<string, (readonly [string, string, string])[]>();
for (const row of spellings) {
  const first = row[0].charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), row]);
}

/** Arabizi digits stand for a letter the Latin keyboard lacks. */
const single: Record<string, string> = {
  b: 'b',
  p: 'b',
  d: 'd',
  f: 'f',
  v: 'f',
  h: 'h',
  j: 'jg',
  k: 'k',
  q: 'kg',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
  s: 's',
  t: 't',
  z: 'z',
  7: 'h',
  5: 'x',
  9: 'kg',
};

const vowelLetters = 'aeiouyw';
const isSoft = (letter: string) => letter === 'e' || letter === 'i' || letter === 'y';

/** Reads the vowel at `at`: its bits and how many letters it takes. */
function readVowel(word: string, at: number): readonly [bits: number, length: number] {
  const pair = word.slice(at, at + 2);
  if (pair === 'ou' || pair === 'oo') return [vowel.u | vowel.longU, 2];
  if (pair === 'ee') return [vowel.i, 2];
  switch (word.charAt(at)) {
    case 'a':
      return [vowel.a, 1];
    case 'e':
      return [vowel.e, 1];
    case 'w':
      return [vowel.u | vowel.longU, 1];
    case 'i':
    case 'y':
      return [vowel.i, 1];
    default:
      return [vowel.u, 1];
  }
}

/** Reads the consonants at `at`: what is heard, the other reading, and how many letters it takes. */
function readConsonant(word: string, at: number): readonly [heard: string, other: string, length: number] {
  for (const [written, heard, other] of byFirst.get(word.charAt(at)) ?? []) {
    if (word.startsWith(written, at)) return [heard, other, written.length];
  }
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  if (letter === 'c') return isSoft(next) ? ['s', 's', 1] : ['k', 'k', 1];
  if (letter === 'g' && next === 'u' && isSoft(word.charAt(at + 2))) return ['g', 'k', 2];
  if (letter === 'g') return isSoft(next) ? ['j', 'g', 1] : ['g', 'k', 1];
  if (letter === 'q' && next === 'u' && isSoft(word.charAt(at + 2))) return ['k', 'k', 2];
  if (letter === 'x') return ['ks', 'ks', 1];
  const readings = single[letter] ?? '';
  return [readings.charAt(0), readings.slice(-1), 1];
}

/** Opens a word that starts with a vowel: y and w (also French ou before a vowel) are heard as consonants. */
function openWord(builder: SoundBuilder, word: string): number {
  const glide = /^(?:(y)|(w|ou(?=[aei])))/u.exec(word);
  if (!glide) {
    builder.consonant('a', 'a', 0);
    return 0;
  }
  const letter = glide[1] ? 'y' : 'w';
  builder.consonant(letter, letter, 0);
  return glide[0].length;
}

/**
 * What a folded Latin word sounds like in the usage of the region: Aïcha → a·c, Khadidja → x·d·j.
 * An apostrophe parts two letters that would else be read as one: ait'haj is no th.
 */
export function soundOfLatin(written: string): Sound {
  const word = written.replace(/[^a-z579']/gu, '');
  const builder = new SoundBuilder();
  let at = vowelLetters.includes(word.charAt(0)) ? openWord(builder, word) : 0;
  while (at < word.length) {
    if (vowelLetters.includes(word.charAt(at))) {
      const [bits, length] = readVowel(word, at);
      builder.vowel(bits, 0);
      at += length;
    } else {
      const [heard, other, length] = readConsonant(word, at);
      for (let index = 0; index < heard.length; index += 1) {
        builder.consonant(heard.charAt(index), other.charAt(index), 0);
      }
      at += length;
    }
  }
  return builder.finish(/[ae]h$/u.test(word));
}
