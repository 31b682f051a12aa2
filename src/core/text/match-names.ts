import type { NameComparison } from './name-likeness.ts';
import { compareNames, nameReasons, type Reason } from './same-person.ts';

/** How two written names compare when nothing else is known of the two. */
export interface NameMatch {
  /** 0 to 1, two decimals. */
  readonly score: number;
  /** Whether the two may be one name: shown to somebody who decides. */
  readonly candidate: boolean;
  readonly reasons: readonly Reason[];
}

/**
 * From this score on two names are candidates. It is the likeness from which two words are taken for one name, so that a name whose
 * every part meets is a candidate, and one whose first or family name does not is none; docs/decisions/0026-matching-of-names.md.
 */
export const candidateFrom = 0.7;

/** One part alone out of several points at nobody: Fatma is no candidate for فاطمة بن علي. */
const onePartOfSeveral = 0.6;

function scoreOf({ met, missing, contradicts, likeness }: NameComparison): number {
  if (met === 0) return 0;
  if (contradicts !== 'nothing') return likeness * 0.5;
  if (missing === 0) return likeness;
  return met === 1 ? likeness * onePartOfSeveral : Math.max(candidateFrom, likeness - 0.05 * missing);
}

/** Whether two written names, in any script and order, may be one person's, with the reasons. Symmetric. Source: domain.md 3.14. */
export function matchNames(a: string, b: string): NameMatch {
  const compared = compareNames(a, b);
  const score = Math.round(scoreOf(compared) * 100) / 100;
  return { score, candidate: score >= candidateFrom, reasons: nameReasons(compared) };
}
