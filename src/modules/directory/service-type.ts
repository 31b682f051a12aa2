import type { Named } from '#core/words/named.ts';
import type { ServiceMode } from './service-mode.ts';
import type { ServiceStage } from './service-stage.ts';
import { trainingServiceTypes } from './service-types-of-training.ts';
import { supportServiceTypes } from './service-types-of-support.ts';
import { wayServiceTypes } from './service-types-of-the-way.ts';

/** The sixteen kinds of service that the sources name (domain.md 3.13). */
export const serviceTypeCodes = [
  'LEG', 'ADV', 'CAP', 'NET', 'MKT', 'INF', 'FIN', 'INC', 'COW', 'ACC', 'ORI', 'FUP', 'PRO', 'PHO', 'DIG', 'REF',
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

const all = [...supportServiceTypes, ...trainingServiceTypes, ...wayServiceTypes];

/**
 * Every kind of service, in the order of domain.md 3.13.
 * Codes are ours; the types are literal in the sources. Open Eligibility (CC BY-SA 3.0) is cited by code and name only.
 */
export const serviceTypes: readonly ServiceType[] = serviceTypeCodes.flatMap((code) =>
  all.filter((type) => type.code === code),
);

const byCode = new Map<string, ServiceType>(serviceTypes.map((type) => [type.code, type]));

/** The kind of service behind a code such as LEG, or nothing when there is none. */
export const findServiceType = (code: string): ServiceType | undefined => byCode.get(code);

/** The HSDS taxonomy under which these codes are published. */
export const serviceTaxonomy = { code: 'hadina-service-type', version: '1' } as const;
