import type { KnownProgramme } from '../programme/known-programme.ts';

/** What a household gets, in the smallest unit: something for the first person, more for each further adult and each child, never above the ceiling (as Lebrija's 50 to 200 euros by children, domain.md 3.7). */
export function amountFor({ base, adult, child, ceiling }: Pick<KnownProgramme, 'base' | 'adult' | 'child' | 'ceiling'>, { adults, minors }: { adults: number; minors: number }): number {
  const [more, children] = adults > 0 ? [adults - 1, minors] : [0, minors - 1];
  return Math.min(ceiling, base + more * adult + Math.max(0, children) * child);
}
