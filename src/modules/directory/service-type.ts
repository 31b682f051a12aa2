import { type ServiceType, serviceTypeCodes } from './service-type-entry.ts';
import { supportServiceTypes } from './service-types-of-support.ts';
import { wayServiceTypes } from './service-types-of-the-way.ts';
import { trainingServiceTypes } from './service-types-of-training.ts';

export { type ServiceType, type ServiceTypeCode, serviceTypeCodes } from './service-type-entry.ts';

const all = [...supportServiceTypes, ...trainingServiceTypes, ...wayServiceTypes];

/**
 * Every kind of service, in the order of domain.md 3.13. No Arabic meaning uses a verb that would presume the reader’s sex.
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
