import { arabicLetters, latinLetters, letterEvidence, type Letters } from './letter-likeness.ts';
import type { NamePart } from './person-name.ts';
import type { Sound } from './sound-builder.ts';
import { likenessOfSounds, sameWordFrom } from './sound-likeness.ts';
import { soundOf } from './sound.ts';
import { toldApart } from './told-apart.ts';

/**
 * From this evidence of its letters on a word of the other script is taken for the same name. Of strangers one in two thousand
 * reaches it, of held-back true pairs nineteen in twenty; see docs/decisions/0026-matching-of-names.md.
 */
export const sameLettersFrom = -3;
/** Below this evidence two words that merely sound alike are not one: حسن and Houcine. */
const contradictedBelow = -9;
/** What is left of two names may be stranger than a word alone, the more of the two has met. */
const sameRestFrom = (met: number) => (met === 0 ? sameLettersFrom : met === 1 ? -6 : -9);

interface Writing {
  readonly sound: Sound;
  readonly letters: Letters;
  readonly size: number;
}
interface Written {
  readonly script: 'arabic' | 'latin' | 'other';
  readonly writings: readonly Writing[];
  readonly bare: readonly Writing[];
}

const prepared = new WeakMap<NamePart, Written>();

function scriptOf(text: string): Written['script'] {
  if (/[\u0600-\u06ff]/u.test(text)) return 'arabic';
  return /[a-z]/u.test(text) ? 'latin' : 'other';
}

function written(part: NamePart): Written {
  const known = prepared.get(part);
  if (known) return known;
  const script = scriptOf(part.written);
  const lettersOf = script === 'arabic' ? arabicLetters : latinLetters;
  const writing = (spelling: string, sound: Sound): Writing => ({ sound, letters: lettersOf(spelling), size: spelling.length });
  const writings = part.spellings.map((spelling, at) => writing(spelling, part.sounds[at]!));
  const bare = part.bare && part.bareSpelling !== undefined ? [writing(part.bareSpelling, part.bare)] : writings;
  const made = { script, writings, bare };
  prepared.set(part, made);
  return made;
}

/** Evidence as a likeness: `sameWordFrom` at the least that is taken, 1 where every letter fits as well as it can. */
const asLikeness = (evidence: number, least: number, size: number) =>
  evidence < least ? 0 : sameWordFrom + (1 - sameWordFrom) * Math.min(1, (evidence - least) / (2 * size - least));

function acrossScripts(arabic: Writing, latin: Writing): number {
  if (toldApart(arabic.sound, latin.sound)) return 0;
  const heard = likenessOfSounds(arabic.sound, latin.sound);
  if (heard === 1) return 1;
  const evidence = letterEvidence(arabic.letters, latin.letters);
  return Math.max(evidence < contradictedBelow ? 0 : heard, asLikeness(evidence, sameLettersFrom, arabic.size));
}

function best(a: Written, b: Written, left: readonly Writing[], right: readonly Writing[]): number {
  const across = a.script === 'arabic' && b.script === 'latin';
  const back = a.script === 'latin' && b.script === 'arabic';
  let most = 0;
  for (const x of left) {
    for (const y of right) {
      const likeness = across ? acrossScripts(x, y) : back ? acrossScripts(y, x) : likenessOfSounds(x.sound, y.sound);
      if (likeness > most) most = likeness;
      if (most === 1) return 1;
    }
  }
  return most;
}

/** Comparisons that are remembered: in a long list the same two words meet again and again. */
const mostRemembered = 200_000;
let remembered = new WeakMap<NamePart, Map<NamePart, number>>();
let held = 0;

/** How alike two parts of names are, 0 or from `sameWordFrom` to 1: by their sounds, and across scripts by their letters too. Symmetric. */
export function likenessOfWords(a: NamePart, b: NamePart): number {
  const known = remembered.get(a)?.get(b);
  if (known !== undefined) return known;
  const [left, right] = [written(a), written(b)];
  const likeness = best(left, right, left.writings, right.writings);
  if (held >= mostRemembered) {
    remembered = new WeakMap();
    held = 0;
  }
  const others = remembered.get(a) ?? new Map<NamePart, number>();
  remembered.set(a, others.set(b, likeness));
  held += 1;
  return likeness;
}

/** The same without ben, bent or ould. */
export function likenessOfBare(a: NamePart, b: NamePart): number {
  const [left, right] = [written(a), written(b)];
  return best(left, right, left.bare, right.bare);
}

const whole = (parts: readonly NamePart[]) => parts.map(({ spellings }) => spellings[0]).join('');

/**
 * How alike what is left of two names in two scripts is when each is written as one word: دي كابريو and DiCaprio. 0 when it is not,
 * or when two of the words are told apart by everybody. `met` is how many words of the two names have met already.
 */
export function likenessOfRest(a: readonly NamePart[], b: readonly NamePart[], met: number): number {
  if (a.length === 0 || b.length === 0 || (a.length === 1 && b.length === 1 && met === 0)) return 0;
  const [scriptA, scriptB] = [scriptOf(a[0]!.written), scriptOf(b[0]!.written)];
  if (scriptA === scriptB || scriptA === 'other' || scriptB === 'other') return 0;
  const [arabic, latin] = scriptA === 'arabic' ? [a, b] : [b, a];
  if (arabic.some((x) => latin.some((y) => toldApart(x.sounds[0]!, y.sounds[0]!)))) return 0;
  const [x, y] = [whole(arabic), whole(latin)];
  if (toldApart(soundOf(x), soundOf(y))) return 0;
  return asLikeness(letterEvidence(arabicLetters(x), latinLetters(y)), sameRestFrom(met), x.length);
}
