import type { Asking } from '#core/action.ts';
import { type Known, likelySame, type ReasonCode } from '#core/text/same-person.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';
import { cardsAsWritten, type PersonCard } from '../person/person-card.ts';
import { namesOf } from '../person/read-person.ts';
import { type MergeWarning, type Verdict, warningsOf } from './merge-warnings.ts';

const sealedKinds = ['phone', 'id-number', 'birth-date'] as const;
export type SealedKind = (typeof sealedKinds)[number];

/** What is kept sealed of one kind: how it stands between the two, and whether either has it. Nothing is opened. */
export interface SealedLine {
  readonly kind: SealedKind;
  readonly verdict: Verdict;
  readonly noted: readonly [boolean, boolean];
}

export interface Comparison {
  readonly cards: readonly [PersonCard, PersonCard];
  readonly sealed: readonly SealedLine[];
  readonly reasons: readonly ReasonCode[];
  readonly warnings: readonly MergeWarning[];
}

type Here = Asking<PeopleTables>;
const markKinds = [...sealedKinds, 'other-paper'] as const;
type Marks = ReadonlyMap<(typeof markKinds)[number], ReadonlySet<string>>;

/**
 * Lays two files of this hub side by side: the cards as they are written, the sealed values by their fingerprints only, and what speaks
 * for and against their being one person. Undefined when either is not received here.
 */
export async function compareFiles(asking: Here, a: string, b: string): Promise<Comparison | undefined> {
  const cards = await cardsAsWritten(asking.tx, [a, b]);
  const [one, other] = [cards.get(a), cards.get(b)];
  if (!one || !other) return undefined;
  const marks = [await marksOf(asking, a), await marksOf(asking, b)] as const;
  const sealed = sealedKinds.map((kind) => lineOf(kind, marks));
  const verdict = (kind: SealedKind) => sealed.find((line) => line.kind === kind)!.verdict;
  const reasons = likelySame(knownOf(one, marks[0]), knownOf(other, marks[1])).reasons.map(({ code }) => code);
  const warnings = warningsOf({
    reasons, phone: verdict('phone'), number: verdict('id-number'), birthDate: verdict('birth-date'),
    years: [one.birthYear, other.birthYear], sameHome: await inOneHome(asking, a, b),
  });
  return { cards: [one, other], sealed, reasons, warnings };
}

async function marksOf({ tx, network, hub }: Here, person: string): Promise<Marks> {
  const rows = await tx.selectFrom('people.contact_mark').select(['kind', 'blind'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).execute();
  return new Map(markKinds.map((kind) => [kind, new Set(rows.filter((row) => row.kind === kind).map(({ blind }) => blind.toString('hex')))]));
}

function lineOf(kind: SealedKind, [a, b]: readonly [Marks, Marks]): SealedLine {
  const [one, other] = [a.get(kind)!, b.get(kind)!];
  const met = [...one].some((print) => other.has(print)) || (kind === 'id-number' && [...a.get('other-paper')!].some((print) => b.get('other-paper')!.has(print)));
  const noted = (marks: Marks) => marks.get(kind)!.size > 0 || (kind === 'id-number' && marks.get('other-paper')!.size > 0);
  return { kind, noted: [noted(a), noted(b)], verdict: met ? 'same' : one.size === 0 || other.size === 0 ? 'unknown' : 'different' };
}

/** A file as the comparison of names and births takes it; the birth date is only met by fingerprint, so the year speaks for it. */
function knownOf(card: PersonCard, marks: Marks): Known {
  const number = [...marks.get('id-number')!, ...marks.get('other-paper')!].sort()[0];
  return {
    names: namesOf({ name: card.name, name_other: card.other }), birthYear: card.birthYear ?? undefined, sex: card.sex === 'unknown' ? undefined : (card.sex ?? undefined),
    placeCode: card.territory ?? undefined, phones: [...marks.get('phone')!].map(digitsOf), idNumber: number && digitsOf(number),
  };
}

/** A fingerprint as eight digits: a stand-in that is equal where the fingerprints are, and says nothing of the value. */
const digitsOf = (print: string): string => String(Number.parseInt(print.slice(0, 12), 16) % 100_000_000).padStart(8, '1');

async function inOneHome({ tx, network, hub }: Here, a: string, b: string): Promise<boolean> {
  const rows = await tx.selectFrom('people.household_member').select(['household_id', 'person_id']).where('network_id', '=', network).where('hub_id', '=', hub)
    .where('person_id', 'in', [a, b]).where('until', 'is', null).execute();
  return rows.length === 2 && rows[0]!.household_id === rows[1]!.household_id;
}
