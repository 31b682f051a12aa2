import type { NamePart, PersonName } from './person-name.ts';
import { sameWordFrom } from './sound-likeness.ts';
import { leftBySlip } from './typing-slip.ts';
import { likenessOfBare, likenessOfRest, likenessOfWords } from './word-likeness.ts';

/** How two names compare: which parts met, which did not. */
export interface NameComparison {
  /** 0 to 1: mean likeness of the parts that met, 0 when none did. */
  readonly likeness: number;
  readonly met: number;
  /** Parts that only one of the two names has (a middle name left out). */
  readonly missing: number;
  /** Parts of both names that contradict each other, and whether a first name is among them. */
  readonly contradicts: 'nothing' | 'first-name' | 'family-name';
  /** The parts that met stand in another order. */
  readonly reordered: boolean;
  /** Every part that met has the same skeleton. */
  readonly sameSkeleton: boolean;
  /** What contradicts is one word in which a finger slipped; only a birth date or a paper tells that it is no other name. */
  readonly slip: boolean;
}

interface Meeting {
  readonly i: number;
  readonly j: number;
  readonly likeness: number;
}

/** Likeness of two parts; a patronymic particle that one side leaves out (Ben Saleh, Saleh) costs a little, ben against bent much. */
function likenessOfParts(a: NamePart, b: NamePart): number {
  const opposed = a.bare && b.bare && a.particle !== b.particle ? 0.35 : 0;
  const whole = likenessOfWords(a, b) - opposed;
  if (whole >= 0.9 || (!a.bare && !b.bare)) return whole;
  return Math.max(whole, likenessOfBare(a, b) - (a.bare && b.bare ? opposed : 0.12));
}

/** Pairs the parts, the most alike first; parts below `sameWordFrom` stay alone. */
function meet(a: PersonName, b: PersonName): Meeting[] {
  const candidates: Meeting[] = [];
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      const likeness = likenessOfParts(left, right);
      if (likeness >= sameWordFrom) candidates.push({ i, j, likeness });
    });
  });
  candidates.sort((x, y) => y.likeness - x.likeness || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  const met: Meeting[] = [];
  for (const candidate of candidates) {
    if (!met.some(({ i, j }) => i === candidate.i || j === candidate.j)) met.push(candidate);
  }
  return met;
}

const firstSound = (part: NamePart | undefined) => part?.sounds[0]?.consonants ?? '';

/** Two neighbouring parts that the other name writes as one word: Fatima Zahra, Fatimazahra. Answers the shorter rest. */
function joinNeighbours(name: PersonName, other: PersonName): PersonName {
  for (let at = 0; at + 1 < name.length; at += 1) {
    const joined = firstSound(name[at]) + firstSound(name[at + 1]).replace(/^a/u, '');
    const whole = other.find((part) =>
      part.sounds.some(({ consonants }) => consonants === joined && consonants.length >= 4),
    );
    if (whole) return [...name.slice(0, at), whole, ...name.slice(at + 2)];
  }
  return name;
}

/** A part unmet on both sides contradicts; only when it stands last on one of them is it taken for the family name. */
function contradiction(a: PersonName, b: PersonName, met: readonly Meeting[]): NameComparison['contradicts'] {
  if (met.length === a.length || met.length === b.length) return 'nothing';
  const leftAlone = a.some((_, at) => at < a.length - 1 && !met.some(({ i }) => i === at));
  const rightAlone = b.some((_, at) => at < b.length - 1 && !met.some(({ j }) => j === at));
  return leftAlone && rightAlone ? 'first-name' : 'family-name';
}

/** Two names of which all that did not meet word by word meets as one piece: Di Caprio, DiCaprio. */
function joined(a: PersonName, b: PersonName, met: readonly Meeting[], rest: number): NameComparison {
  const sum = met.reduce((total, { likeness }) => total + likeness, rest);
  return { likeness: sum / (met.length + 1), met: Math.min(a.length, b.length), missing: 0, contradicts: 'nothing', reordered: false, sameSkeleton: false, slip: false };
}

/** Compares two names that were read; the answer does not depend on which comes first as long as their order is canonical. */
export function compareReadNames(left: PersonName, right: PersonName): NameComparison {
  const a = left.length > right.length ? joinNeighbours(left, right) : left;
  const b = right.length > left.length ? joinNeighbours(right, left) : right;
  const met = meet(a, b);
  const [aloneA, aloneB] = [a.filter((_, at) => !met.some(({ i }) => i === at)), b.filter((_, at) => !met.some(({ j }) => j === at))];
  const rest = likenessOfRest(aloneA, aloneB, met.length);
  if (rest > 0) return joined(a, b, met, rest);
  const sum = met.reduce((total, { likeness }) => total + likeness, 0);
  const inOrder = [...met].sort((x, y) => x.i - y.i);
  return {
    likeness: met.length === 0 ? 0 : sum / met.length,
    met: met.length,
    missing: Math.abs(a.length - b.length),
    contradicts: contradiction(a, b, met),
    reordered: inOrder.some(({ j }, at) => at > 0 && j < (inOrder[at - 1]?.j ?? 0)),
    sameSkeleton: met.length > 0 && met.every(({ i, j }) => firstSound(a[i]) === firstSound(b[j])),
    slip: met.length > 0 && leftBySlip(aloneA, aloneB),
  };
}
