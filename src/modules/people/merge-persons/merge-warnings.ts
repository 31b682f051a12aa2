import type { ReasonCode } from '#core/text/same-person.ts';

/** What speaks against two files being one person; the page says each in a sentence and offers what to do instead. */
export const mergeWarnings = [
  'twins', 'two-generations', 'one-number-two-names', 'same-home', 'different-sex', 'different-birth', 'different-number',
] as const;
export type MergeWarning = (typeof mergeWarnings)[number];

/** How one kind of value stands on the two files: compared without being opened. */
export type Verdict = 'same' | 'different' | 'unknown';

interface Compared {
  /** Reasons of the likeness of names and births (`likelySame`). */
  readonly reasons: readonly ReasonCode[];
  readonly phone: Verdict;
  readonly number: Verdict;
  readonly birthDate: Verdict;
  readonly years: readonly [number | null, number | null];
  readonly sameHome: boolean;
}

/** A mother is at least so many years older than her daughter. */
const oneGeneration = 14;

/**
 * What must be looked at before two files are taken for one: twins (one birth, another first name), mother and daughter (one phone or
 * one number, a generation between them), one number on two names, one home, and facts that no two files of one woman share.
 */
export function warningsOf({ reasons, phone, number, birthDate, years: [a, b], sameHome }: Compared): readonly MergeWarning[] {
  const says = (code: ReasonCode) => reasons.includes(code);
  const otherName = says('different-first-name') || says('different-family-name') || !['same-name', 'same-skeleton', 'similar-name'].some((code) => says(code as ReasonCode));
  const apart = a !== null && b !== null ? Math.abs(a - b) : null;
  const oneBirth = birthDate === 'same' || (birthDate === 'unknown' && apart === 0);
  const found: Record<MergeWarning, boolean> = {
    twins: oneBirth && otherName,
    'two-generations': apart !== null && apart >= oneGeneration && (phone === 'same' || number === 'same' || sameHome),
    'one-number-two-names': number === 'same' && otherName,
    'same-home': sameHome,
    'different-sex': says('different-sex'),
    'different-birth': birthDate === 'different' || (apart !== null && apart > 1),
    'different-number': number === 'different',
  };
  return mergeWarnings.filter((warning) => found[warning]);
}
