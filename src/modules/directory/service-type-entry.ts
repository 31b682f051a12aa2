import type { Named } from '#core/words/named.ts';
import type { ServiceMode } from './service-mode.ts';
import type { ServiceStage } from './service-stage.ts';

/** The sixteen kinds of service that the sources name (domain.md 3.13). */
export const serviceTypeCodes = [
  'LEG',
  'ADV',
  'CAP',
  'NET',
  'MKT',
  'INF',
  'FIN',
  'INC',
  'COW',
  'ACC',
  'ORI',
  'FUP',
  'PRO',
  'PHO',
  'DIG',
  'REF',
] as const;
export type ServiceTypeCode = (typeof serviceTypeCodes)[number];

/** A term of the Open Eligibility taxonomy, quoted with its name so that a renumbering is noticed. */
export interface TaxonomyTerm {
  readonly code: string;
  readonly name: string;
}

/** One kind of service: its names, its meaning in one sentence, and what a new service of this kind usually is. */
export interface ServiceType {
  readonly code: ServiceTypeCode;
  readonly names: Named;
  readonly meaning: Named;
  /** Stages it usually serves; each service states its own. */
  readonly stages: readonly ServiceStage[];
  /** Ways it is usually given; each service states its own. */
  readonly modes: readonly ServiceMode[];
  /** Nearest terms of Open Eligibility, for readers of HSDS who know no word of social incubation. */
  readonly openEligibility: readonly TaxonomyTerm[];
}
