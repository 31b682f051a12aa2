import type { TieBreak } from '../../codes.ts';
import { choose, type Choice, type Quota, type QuotaResult } from './choose.ts';
import { DISAGREE, juryPoints, type JuryScore } from './jury-points.ts';
import { type Criterion, scorer } from './score.ts';

/** One application as the ranking sees it: no name, no person. */
export interface Candidate {
  readonly receipt: string;
  /** On the day of closing. */
  readonly age: number | null;
  /** How many persons it stands for. */
  readonly members: number;
  /** When it was handed in, in milliseconds. */
  readonly handedIn: number;
  /** The quotas it counts for. */
  readonly counts: readonly string[];
  /** Whole points of the automatic criteria. */
  readonly automatic: Readonly<Record<string, number>>;
  /** What each juror gave, by criterion. */
  readonly jury: Readonly<Record<string, readonly JuryScore[]>>;
}

/** The rules of a call, as published. */
export interface RankRules {
  readonly criteria: readonly Criterion[];
  readonly quotas: readonly Quota[];
  readonly places: number;
  /** How many stand on the waiting list. */
  readonly waitlist: number;
  /** In which order equals are told apart. */
  readonly ties: readonly TieBreak[];
}

/** Points of one criterion in thousandths of a point; an automatic one has the same twice. */
export interface PointsOf {
  readonly raw: number;
  readonly adjusted: number;
}

export interface Standing {
  readonly receipt: string;
  /** Thousandths, out of 100,000: with jurors as they are, and with jurors made comparable. The second decides. */
  readonly raw: number;
  readonly adjusted: number;
  readonly rank: number;
  readonly outcome: 'selected' | 'waitlisted' | 'rejected';
  readonly why: Choice['why'];
  readonly quota: string | null;
  readonly points: Readonly<Record<string, PointsOf>>;
  /** Jurors lie far apart on at least one criterion. */
  readonly disagree: boolean;
  /** Had the same score as the one above her, and what told them apart. */
  readonly tie: TieBreak | null;
}

/**
 * Puts all applications of a call in order and says who is selected, waits or is not selected, and why. The same applications in any order give the same
 * answer: equals are told apart by the published tie-break and at last by the receipt. Pure.
 */
export function rank(candidates: readonly Candidate[], { criteria, quotas, places, waitlist, ties }: RankRules): { standings: Standing[]; quotas: QuotaResult[] } {
  const byJury = new Map(criteria.filter(({ kind }) => kind === 'jury').map(({ code }) =>
    [code, juryPoints(new Map(candidates.map(({ receipt, jury }) => [receipt, jury[code] ?? []])))]));
  const score = scorer(criteria);
  const scored = candidates.map((candidate) => {
    const points = criteria.map(({ code, kind }): PointsOf => {
      if (kind === 'jury') return byJury.get(code)!.get(candidate.receipt)!;
      const whole = (candidate.automatic[code] ?? 0) * 1_000;
      return { raw: whole, adjusted: whole };
    });
    const juryPart = score(points.map(({ adjusted }, at) => (criteria[at]!.kind === 'jury' ? adjusted : 0)));
    return { candidate, points, juryPart, raw: score(points.map(({ raw }) => raw)), adjusted: score(points.map(({ adjusted }) => adjusted)) };
  });
  const order = [...ties, 'receipt' as const].map((tie) => ({ tie, compare: compares[tie] }));
  const apart = (a: Scored, b: Scored) => order.find(({ compare }) => compare(a, b) !== 0);
  scored.sort((a, b) => b.adjusted - a.adjusted || apart(a, b)?.compare(a, b) || 0);

  const chosen = choose(scored.map(({ candidate }) => candidate.counts), quotas, places);
  let waiting = 0;
  const standings = scored.map((each, at): Standing => {
    const { chosen: selected, why, quota } = chosen.choices[at]!;
    const above = scored[at - 1];
    const { receipt, jury } = each.candidate;
    return {
      receipt, raw: each.raw, adjusted: each.adjusted, rank: at + 1, why, quota,
      outcome: selected ? 'selected' : waiting++ < waitlist ? 'waitlisted' : 'rejected',
      points: Object.fromEntries(criteria.map(({ code }, n) => [code, { raw: each.points[n]!.raw, adjusted: each.points[n]!.adjusted }])),
      disagree: criteria.some(({ code, kind, most }) => kind === 'jury' && (jury[code]?.length ?? 0) > 1 && byJury.get(code)!.get(receipt)!.spread > DISAGREE * most),
      tie: above && above.adjusted === each.adjusted ? (apart(above, each)?.tie ?? null) : null,
    };
  });
  return { standings, quotas: chosen.quotas };
}

interface Scored {
  readonly candidate: Candidate;
  /** What the jury alone would have given. */
  readonly juryPart: number;
}

/** Who of two equals comes first; an unknown age comes last. */
const compares: Readonly<Record<TieBreak, (a: Scored, b: Scored) => number>> = {
  jury: (a, b) => b.juryPart - a.juryPart,
  members: (a, b) => b.candidate.members - a.candidate.members,
  younger: (a, b) => (a.candidate.age ?? 200) - (b.candidate.age ?? 200),
  older: (a, b) => (b.candidate.age ?? -1) - (a.candidate.age ?? -1),
  earlier: (a, b) => a.candidate.handedIn - b.candidate.handedIn,
  receipt: (a, b) => (a.candidate.receipt < b.candidate.receipt ? -1 : a.candidate.receipt > b.candidate.receipt ? 1 : 0),
};
