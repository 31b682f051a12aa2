import type { NamePart, PersonName } from './person-name.ts';
import { sameWordFrom } from './sound-likeness.ts';
import { variantsOf } from './skeleton.ts';
import { likenessOfWords } from './word-likeness.ts';

/** What is confused most everywhere is one; glides and h are not heard at all. Enough for two people born about the same year. */
const fine: Readonly<Record<string, string>> = { g: 'k', x: 'k', c: 's', z: 's', j: 's', d: 't', w: '', y: '', h: '', a: '' };
/** All that foreign spellings confuse is one; enough only for two people born in the same year. */
const coarse: Readonly<Record<string, string>> = { ...fine, j: 'k', t: 's', d: 's', f: 'b' };

/** The first consonants of a word, with those that spellings confuse made one. */
function codeOf(consonants: string, alike: Readonly<Record<string, string>>, most: number): string {
  let code = '';
  for (const letter of consonants) {
    const heard = alike[letter] ?? letter;
    if (heard !== '' && !code.endsWith(heard)) code += heard;
  }
  return code.slice(0, most) || '-';
}

/** The blocks a person is compared in: `near` holds whoever shares one and was born within two years, `wide` within the same year. */
export interface NameBlocks {
  readonly near: readonly string[];
  readonly wide: readonly string[];
}

/** The consonants of a part in every reading. */
const readingsOf = (part: NamePart): readonly string[] => [...part.sounds.flatMap(variantsOf), ...(part.bare ? [part.bare.consonants] : [])];

type Codes = readonly string[];
const codesOf = (readings: readonly string[], alike: typeof fine, most: number): Codes => [...new Set(readings.map((one) => codeOf(one, alike, most)))].slice(0, 4);

/** The codes of a part by which it is put into blocks, made once for each word. */
const codesOfPart = new WeakMap<NamePart, { readonly exact: Codes; readonly rough: Codes }>();
function codesOfWord(part: NamePart): { readonly exact: Codes; readonly rough: Codes } {
  const known = codesOfPart.get(part);
  if (known) return known;
  const readings = readingsOf(part);
  const made = { exact: codesOf(readings, fine, 5), rough: codesOf(readings, coarse, 3) };
  codesOfPart.set(part, made);
  return made;
}

const addPairs = (to: Set<string>, left: Codes, right: Codes): void => {
  for (const x of left) for (const y of right) to.add(x < y ? `${x} ${y}` : `${y} ${x}`);
};

/** The blocks of a person's names: two parts each, whatever their order; of a single name that name. */
export function nameBlocks(names: readonly PersonName[]): NameBlocks {
  const [near, wide] = [new Set<string>(), new Set<string>()];
  for (const name of names) {
    const parts = name.map(codesOfWord);
    if (name.length === 1) for (const code of parts[0]!.exact) near.add(code);
    for (let i = 0; i < parts.length; i += 1) {
      for (let j = i + 1; j < parts.length; j += 1) {
        addPairs(near, parts[i]!.exact, parts[j]!.exact);
        for (const x of parts[i]!.rough) for (const y of parts[j]!.rough) wide.add(`${x} ${y.slice(0, 2)}`).add(`${y} ${x.slice(0, 2)}`);
      }
      // Nour Eddine is also Noureddine: two neighbours as one word, beside each of the others or alone.
      const joined = i === 0 ? undefined : [codeOf((name[i - 1]!.sounds[0]?.consonants ?? '') + (name[i]!.sounds[0]?.consonants ?? ''), fine, 5)];
      if (joined && parts.length === 2) near.add(joined[0]!);
      else if (joined) for (const [other, { exact }] of parts.entries()) if (other !== i && other !== i - 1) addPairs(near, joined, exact);
    }
  }
  return { near: [...near], wide: [...wide] };
}

/** Whether two codes of at least three consonants differ by one. */
function close(x: string, y: string): boolean {
  if (x.length < 3 || y.length < 3) return false;
  const gap = x.length - y.length;
  if (gap > 1 || gap < -1) return false;
  let at = 0;
  while (at < x.length && x[at] === y[at]) at += 1;
  return x.slice(gap < 0 ? at : at + 1) === y.slice(gap > 0 ? at : at + 1);
}

/** Whether two words may be one name at all: a glance that spares weighing them letter by letter. */
function comeClose(a: NamePart, b: NamePart): boolean {
  const [left, right] = [codesOfWord(a), codesOfWord(b)];
  for (const x of left.rough) if (right.rough.includes(x)) return true;
  for (const x of left.exact) for (const y of right.exact) if (close(x, y)) return true;
  return false;
}

/** How many comparisons of two words are remembered: names repeat, the same two words meet again and again. */
const mostRemembered = 1_000_000;

/** Remembers which words are one name, so that whether two names meet at all is seen without comparing them anew. */
export class WordMeetings {
  private readonly numbers = new Map<NamePart, number>();
  private readonly met = new Map<number, boolean>();

  private meet(a: NamePart, b: NamePart): boolean {
    if (a === b) return true;
    if (!comeClose(a, b)) return false;
    const [x, y] = [this.numberOf(a), this.numberOf(b)];
    const key = x < y ? x * 0x4000000 + y : y * 0x4000000 + x;
    const known = this.met.get(key);
    if (known !== undefined) return known;
    const met = likenessOfWords(a, b) >= sameWordFrom;
    if (this.met.size >= mostRemembered) this.met.clear();
    this.met.set(key, met);
    return met;
  }

  private numberOf(part: NamePart): number {
    const number = this.numbers.get(part) ?? this.numbers.size;
    this.numbers.set(part, number);
    return number;
  }

  /** Whether at least one part of the two persons' names meets, and two where both have two: below that the names contradict. */
  mayMeet(a: readonly PersonName[], b: readonly PersonName[]): boolean {
    return a.some((left) => b.some((right) => {
      const wanted = Math.min(left.length, right.length) > 2 ? 2 : 1;
      let met = 0;
      for (const part of left) if (right.some((other) => this.meet(part, other)) && ++met === wanted) return true;
      return false;
    }));
  }
}
