import { type CompetenceCode, type CompetenceKind, competenceKinds, competencesIn } from './competence-kinds.ts';

/** What a colleague's paper says, as it was typed; days are "2026-11-22". */
export interface ToldCompetence {
  readonly kind: CompetenceCode;
  readonly standing: 'held' | 'not_applicable';
  readonly why?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Why a paper is not taken, and the field it concerns. */
export interface CompetenceFault {
  readonly code: (typeof competenceFaults)[number];
  readonly field: string;
  readonly values?: { readonly months: number };
}

/** The codes `faultOfCompetence` may give. */
export const competenceFaults = [
  'competence-not-here', 'competence-always-applies', 'competence-why-missing', 'competence-date-missing', 'competence-in-future',
  'competence-end-missing', 'competence-end-too-late', 'competence-end-before-date',
] as const;

/** Looks whether a paper may be recorded at a hub of this country on this day; null when it may. */
export function faultOfCompetence({ kind, standing, why, since, until }: ToldCompetence, country: string | null, today: string): CompetenceFault | null {
  const { mostMonths, mayNotApply }: CompetenceKind = competenceKinds[kind];
  if (country !== null && !competencesIn(country).includes(kind)) return { code: 'competence-not-here', field: 'kind' };
  if (standing === 'not_applicable') {
    if (!mayNotApply) return { code: 'competence-always-applies', field: 'standing' };
    return why ? null : { code: 'competence-why-missing', field: 'why' };
  }
  if (!since) return { code: 'competence-date-missing', field: 'since' };
  if (since > today) return { code: 'competence-in-future', field: 'since' };
  if (until !== undefined && until < since) return { code: 'competence-end-before-date', field: 'until' };
  if (mostMonths === null) return null;
  if (until === undefined) return { code: 'competence-end-missing', field: 'until', values: { months: mostMonths } };
  return until > monthsAfter(since, mostMonths) ? { code: 'competence-end-too-late', field: 'until', values: { months: mostMonths } } : null;
}

/** The same day so many months later; the last day of the month where that day does not exist. */
function monthsAfter(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const wanted = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months + 1, 0);
  at.setUTCDate(Math.min(wanted, at.getUTCDate()));
  return at.toISOString().slice(0, 10);
}
