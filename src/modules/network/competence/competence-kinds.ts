import type { Country } from '#core/words/locale.ts';

/** What a colleague may be trained or accredited for. Its name stands in the words under `competence.kind.<code>`. */
export interface CompetenceKind {
  /** The countries whose law or practice knows it; empty: every country. */
  readonly countries: readonly Country[];
  /** The law that asks for it or stands behind it, by country; shown beside the name. */
  readonly laws: Readonly<Partial<Record<Country, string>>>;
  /** It ends: a last day must be said, at most so many months after its date. */
  readonly mostMonths: number | null;
  /** The law leaves some colleagues out (civil servants): "not applicable" may be recorded with the reason. */
  readonly mayNotApply: boolean;
}

/** How long a protection officer's certificate counts when only its date is known. Our own rule, see docs/decisions/0023. */
export const protectionMonths = 24;

/**
 * The register's kinds, as data. Law 45-18 (Morocco) makes social workers be accredited and leaves civil servants out (domain.md
 * section 4); Tunisia's code of child protection, law 95-92, asks social workers to alert; laws 2004-63 and 09-08 guard personal data.
 */
export const competenceKinds = {
  protection: { countries: [], laws: {}, mostMonths: 36, mayNotApply: false },
  social_worker_accreditation: { countries: ['MA'], laws: { MA: '45-18' }, mostMonths: null, mayNotApply: true },
  social_work_diploma: { countries: [], laws: {}, mostMonths: null, mayNotApply: false },
  child_protection: { countries: [], laws: { TN: '95-92' }, mostMonths: 60, mayNotApply: true },
  personal_data: { countries: [], laws: { TN: '2004-63', MA: '09-08' }, mostMonths: 60, mayNotApply: false },
  coaching: { countries: [], laws: {}, mostMonths: null, mayNotApply: false },
  sign_language: { countries: [], laws: {}, mostMonths: null, mayNotApply: false },
} as const satisfies Readonly<Record<string, CompetenceKind>>;

export type CompetenceCode = keyof typeof competenceKinds;

/** Every code of the register, in the order of lists. */
export const competenceCodes = Object.keys(competenceKinds) as [CompetenceCode, ...CompetenceCode[]];

/** The kinds that a hub of this country records. */
export const competencesIn = (country: string | null): CompetenceCode[] =>
  competenceCodes.filter((code) => {
    const { countries }: CompetenceKind = competenceKinds[code];
    return countries.length === 0 || countries.some((one) => one === country);
  });
