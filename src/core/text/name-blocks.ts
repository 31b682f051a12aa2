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

/** The consonants of each part in every reading; two neighbours are also read as one, since Nour Eddine is Noureddine. */
const consonantsOfParts = (name: PersonName): string[][] => [
  ...name.map((part) => [...part.sounds.flatMap(variantsOf), ...(part.bare ? [part.bare.consonants] : [])]),
  ...name.slice(1).map((part, at) => [(name[at]!.sounds[0]?.consonants ?? '') + (part.sounds[0]?.consonants ?? '')]),
];

/** The blocks of a person's names: two parts each, whatever their order; of a single name that name. */
export function nameBlocks(names: readonly PersonName[]): NameBlocks {
  const [near, wide] = [new Set<string>(), new Set<string>()];
  for (const name of names) {
    const parts = consonantsOfParts(name);
    const codes = (alike: typeof fine, most: number) => parts.map((each) => [...new Set(each.map((one) => codeOf(one, alike, most)))].slice(0, 4));
    const [exact, rough] = [codes(fine, 4), codes(coarse, 3)];
    if (name.length === 1) for (const code of exact[0]!) near.add(code);
    for (let i = 0; i < parts.length; i += 1) {
      for (let j = i + 1; j < parts.length; j += 1) {
        for (const x of exact[i]!) for (const y of exact[j]!) near.add(x < y ? `${x} ${y}` : `${y} ${x}`);
        for (const x of rough[i]!) for (const y of rough[j]!) wide.add(`${x} ${y.slice(0, 2)}`).add(`${y} ${x.slice(0, 2)}`);
      }
    }
  }
  return { near: [...near], wide: [...wide] };
}

/** How many comparisons of two words are remembered: names repeat, the same two words meet again and again. */
const mostRemembered = 1_000_000;

/** Remembers which words are one name, so that whether two names meet at all is seen without comparing them anew. */
export class WordMeetings {
  private readonly numbers = new Map<NamePart, number>();
  private readonly met = new Map<number, boolean>();

  private meet(a: NamePart, b: NamePart): boolean {
    if (a === b) return true;
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
