/** One juror's whole points for one criterion of one application. */
export interface JuryScore {
  readonly juror: string;
  readonly points: number;
}

/** What a jury gave one application for one criterion, in thousandths of a point, before and after jurors were made comparable. */
export interface JuryPoints {
  readonly raw: number;
  readonly adjusted: number;
  /** Highest less lowest, in whole points. */
  readonly spread: number;
}

/** A juror who judged few is moved little: her shift counts n / (n + this). */
export const SHRINK = 5;
/** Jurors disagree when highest and lowest lie further apart than this part of the most points. */
export const DISAGREE = 0.4;

/**
 * Makes strict and mild jurors comparable, for one criterion. A juror's shift is how far her mean lies above the jury's mean over the same
 * applications, times n / (n + 5) where n is how many she judged; it is taken off each of her points. Nothing is cut at the ends of the
 * scale, so that a point more never costs a place. Answers the mean of each application, raw and adjusted, in thousandths. Pure.
 */
export function juryPoints(given: ReadonlyMap<string, readonly JuryScore[]>): Map<string, JuryPoints> {
  const means = new Map([...given].map(([application, scores]) => [application, mean(scores.map(({ points }) => points))]));
  const judged = new Map<string, { hers: number[]; jury: number[] }>();
  // In the order of the receipts: sums of fractions come out the same whatever the order of what was given.
  for (const application of [...given.keys()].sort()) {
    for (const { juror, points } of given.get(application)!) {
      const seen = judged.get(juror) ?? { hers: [], jury: [] };
      seen.hers.push(points);
      seen.jury.push(means.get(application)!);
      judged.set(juror, seen);
    }
  }
  const shifts = new Map([...judged].map(([juror, { hers, jury }]) => [juror, ((mean(hers) - mean(jury)) * hers.length) / (hers.length + SHRINK)]));
  return new Map([...given].map(([application, scores]) => {
    const sorted = [...scores].sort((a, b) => (a.juror < b.juror ? -1 : 1));
    const points = sorted.map((each) => each.points);
    return [application, {
      raw: thousandths(mean(points)),
      adjusted: thousandths(mean(sorted.map((each) => each.points - shifts.get(each.juror)!))),
      spread: points.length ? Math.max(...points) - Math.min(...points) : 0,
    }];
  }));
}

const mean = (numbers: readonly number[]): number => (numbers.length ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : 0);
/** Half up, also where a fraction of two is written a hair below its half. */
const thousandths = (value: number): number => Math.floor(value * 1_000 + 0.5 + 1e-7);
