import type { ReasonCode } from '#core/text/same-person.ts';
import type { Comparison, SealedKind } from './compare-files.ts';
import type { Verdict } from './merge-warnings.ts';

/** One line of the comparison: a field of the card, or a kind of sealed value. */
export type ComparedField = 'name' | 'name_other' | 'birth_year' | 'sex' | 'territory' | 'languages' | 'reading' | SealedKind;

export interface ComparedRow {
  readonly field: ComparedField;
  readonly verdict: Verdict | 'alike';
  readonly sealed: boolean;
}

/** The lines of the comparison in the order one reads them, each with its verdict. Names in two scripts are the same when they sound the same. */
export function comparedRows({ cards: [a, b], sealed, reasons }: Comparison): readonly ComparedRow[] {
  const plain = (field: ComparedField, one: unknown, other: unknown): ComparedRow => {
    const [left, right] = [JSON.stringify(one ?? ''), JSON.stringify(other ?? '')];
    const unknown = left === '""' || right === '""' || left === '[]' || right === '[]';
    return { field, sealed: false, verdict: unknown ? 'unknown' : left === right ? 'same' : 'different' };
  };
  return [
    { field: 'name', sealed: false, verdict: a.name === b.name ? 'same' : nameVerdict(reasons) },
    plain('name_other', a.other, b.other),
    plain('birth_year', a.birthYear, b.birthYear),
    ...sealed.map(({ kind, verdict }) => ({ field: kind, verdict, sealed: true })),
    plain('sex', a.sex, b.sex),
    plain('territory', a.territory, b.territory),
    plain('languages', a.languages, b.languages),
    plain('reading', a.reading, b.reading),
  ];
}

const nameVerdict = (reasons: readonly ReasonCode[]): ComparedRow['verdict'] =>
  reasons.includes('different-first-name') || reasons.includes('different-family-name') ? 'different'
    : reasons.includes('same-name') || reasons.includes('same-skeleton') ? 'same'
      : reasons.includes('similar-name') ? 'alike' : 'different';
