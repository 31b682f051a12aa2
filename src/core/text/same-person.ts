import { type BirthEvidence, compareBirths, type KnownBirth } from './birth-evidence.ts';
import { foldDigits } from './fold.ts';
import { compareReadNames, type NameComparison } from './name-likeness.ts';
import { type PersonName, readPersonName } from './person-name.ts';

/** What is known of a person when looking whether she is registered already. Must not be changed once it was compared. */
export interface Known extends KnownBirth {
  /** Full names in any script and order: as in the card, as typed, as she writes it. The list must not be changed either. */
  readonly names: readonly string[];
  readonly phones?: readonly string[];
  readonly sex?: 'female' | 'male' | undefined;
  readonly idNumber?: string | undefined;
  readonly placeCode?: string | undefined;
}

/** Why two persons may or may not be one; the screens word each code. */
export type ReasonCode =
  | 'same-name'
  | 'same-skeleton'
  | 'similar-name'
  | 'reversed-order'
  | 'missing-name-part'
  | 'typing-slip'
  | 'different-first-name'
  | 'different-family-name'
  | Exclude<BirthEvidence, 'unknown'>
  | 'same-phone'
  | 'shared-phone-different-name'
  | 'same-id-number'
  | 'same-id-number-different-name'
  | 'different-id-number'
  | 'different-sex'
  | 'same-place';

export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** `strong`: show first and ask; `possible`: show; `none`: do not disturb. Nothing is ever merged by it. */
export type Strength = 'strong' | 'possible' | 'none';

export interface Likeness {
  readonly score: number;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
}

/** A full same name alone reaches 0.6, so it is possible; only a birth date, a phone with a year or an ID number makes it strong. */
export const strongFrom = 0.8;
/** Below this an officer would see more strangers than doubles: a family name alone, or a name with another birth year, stays below. */
export const possibleFrom = 0.5;

const contradictedAtMost = 0.4;

const birthWeights: Record<BirthEvidence, number> = {
  'same-birth-date': 0.3,
  'swapped-day-month': 0.22,
  'same-birth-year': 0.15,
  'near-birth-year': 0.08,
  'one-digit-birth-date': 0.12,
  'different-birth-date': -0.15,
  'different-birth-year': -0.35,
  unknown: 0,
};

interface Reading {
  readonly names: readonly PersonName[];
  readonly key: string;
  readonly phones: ReadonlySet<string>;
  readonly idNumber: string;
}

const readings = new WeakMap<Known, Reading>();
/** Names read once for all whom somebody is compared with, where the same list of names is given. */
const namesRead = new WeakMap<readonly string[], readonly PersonName[]>();

function readNames(written: readonly string[]): readonly PersonName[] {
  const kept = namesRead.get(written);
  if (kept) return kept;
  const names = written.map(readPersonName).filter((name) => name.length > 0);
  namesRead.set(written, names);
  return names;
}

/** The last eight digits tell a phone apart whatever way the country code was written. */
const phoneKey = (phone: string) => foldDigits(phone).replace(/\D/gu, '').slice(-8);

function read(person: Known): Reading {
  const kept = readings.get(person);
  if (kept) return kept;
  const reading = {
    names: readNames(person.names),
    key: person.names.join('|'),
    phones: new Set((person.phones ?? []).map(phoneKey).filter((phone) => phone.length >= 6)),
    idNumber: foldDigits(person.idNumber ?? '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase(),
  };
  readings.set(person, reading);
  return reading;
}

const nameScore = (name: NameComparison) => {
  if (name.met === 0) return 0;
  if (name.slip && name.contradicts === 'nothing') return 0.5 * name.likeness;
  if (name.contradicts !== 'nothing') return 0.3 * name.likeness;
  const full = name.met === 1 ? 0.35 : name.missing === 0 ? 0.6 : 0.56;
  return full * (1 - (1 - name.likeness) * 0.6);
};

/** The best pairing of the known spellings; undefined when one of the two has no name. */
function bestNames(a: Reading, b: Reading): NameComparison | undefined {
  let best: NameComparison | undefined;
  for (const left of a.names) {
    for (const right of b.names) {
      const compared = compareReadNames(left, right);
      if (!best || nameScore(compared) > nameScore(best)) best = compared;
    }
  }
  return best;
}

/** The reasons that the names alone give. */
export function nameReasons(name: NameComparison): Reason[] {
  if (name.contradicts !== 'nothing') return [{ code: `different-${name.contradicts}` }];
  if (name.slip) return [{ code: 'typing-slip' }];
  if (name.met === 0) return [];
  const code = name.sameSkeleton ? (name.likeness === 1 ? 'same-name' : 'same-skeleton') : 'similar-name';
  return [
    { code, params: { likeness: Math.round(name.likeness * 100) } },
    ...(name.reordered ? [{ code: 'reversed-order' } as const] : []),
    ...(name.missing > 0 ? [{ code: 'missing-name-part', params: { parts: name.missing } } as const] : []),
  ];
}

/** Reasons beside name and birth, each with what it adds to the score. */
function otherEvidence(
  a: Known,
  b: Known,
  readA: Reading,
  readB: Reading,
  differs: boolean,
): (readonly [Reason, number])[] {
  const found: (readonly [Reason, number])[] = [];
  const phones = [...readA.phones].filter((phone) => readB.phones.has(phone)).length;
  if (phones > 0) found.push(differs ? [{ code: 'shared-phone-different-name' }, 0] : [{ code: 'same-phone' }, 0.15]);
  if (readA.idNumber !== '' && readB.idNumber !== '') {
    if (readA.idNumber !== readB.idNumber) found.push([{ code: 'different-id-number' }, -0.2]);
    else found.push(differs ? [{ code: 'same-id-number-different-name' }, 0] : [{ code: 'same-id-number' }, 0.4]);
  }
  if (a.sex && b.sex && a.sex !== b.sex) found.push([{ code: 'different-sex' }, -0.3]);
  if (a.placeCode && a.placeCode === b.placeCode) found.push([{ code: 'same-place' }, 0.05]);
  return found;
}

const strengthOf = (score: number): Strength =>
  score >= strongFrom ? 'strong' : score >= possibleFrom ? 'possible' : 'none';

/**
 * How two written names compare, whatever their script and order; see `NameComparison`.
 * `Fatma Zohra Ben Ali` and `فاطمة الزهراء بن علي` meet in all parts. Symmetric.
 */
export function compareNames(a: string, b: string): NameComparison {
  const [first, second] = a <= b ? [a, b] : [b, a];
  return compareReadNames(readPersonName(first), readPersonName(second));
}

/**
 * Whether two records may be one person, with the reasons to show; a proposal, never a merge.
 * Names that contradict each other (twins, mother and daughter) stay `none`, whatever phone or ID number they share.
 * `score` 0–1; strengths by `strongFrom` and `possibleFrom`. Symmetric. Source: domain.md rule 4 and 3.14.
 */
export function likelySame(a: Known, b: Known): Likeness {
  const [readA, readB] = [read(a), read(b)];
  const written = readA.key <= readB.key ? bestNames(readA, readB) : bestNames(readB, readA);
  const birth = compareBirths(a, b);
  // The day of birth or a paper says that a finger slipped; without them Walid and Khalid stay two.
  const slipped = written?.slip === true && (birth === 'same-birth-date' || (readA.idNumber !== '' && readA.idNumber === readB.idNumber));
  const name = slipped && written ? { ...written, contradicts: 'nothing' as const } : written;
  const differs = name !== undefined && (name.contradicts !== 'nothing' || name.met === 0);
  const others = otherEvidence(a, b, readA, readB, differs);
  const sum =
    (name ? nameScore(name) : 0) + birthWeights[birth] + others.reduce((total, [, weight]) => total + weight, 0);
  const score = Math.max(0, Math.min(differs || !name ? contradictedAtMost : 1, sum));
  const reasons = [
    ...(name ? nameReasons(name) : []),
    ...(birth === 'unknown' ? [] : [{ code: birth } as const]),
    ...others.map(([reason]) => reason),
  ];
  return { score, strength: strengthOf(score), reasons };
}
