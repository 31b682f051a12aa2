/** Where an agreement stands on a day (SM-AGREEMENT). Draft to partly signed come from its wording, the rest from dates and decisions. */
export const agreementStates = [
  'draft', 'negotiated', 'approved', 'partially-signed', 'awaiting-start', 'in-force', 'suspended', 'expired', 'renewed', 'terminated',
] as const;
export type AgreementState = (typeof agreementStates)[number];

interface Version {
  readonly version: number;
  readonly state: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/**
 * The state of an agreement on a calendar day of its hub. Only the newest version signed by all counts; an amendment under way
 * does not weaken the version before it, and an expired one is expired without any job having run.
 */
export function stateOf(standing: string, versions: readonly Version[], today: string): AgreementState {
  if (standing === 'terminated') return 'terminated';
  const signed = versions.filter(({ state, validFrom }) => state === 'signed' && validFrom <= today).sort((a, b) => b.version - a.version)[0];
  if (!signed) {
    if (versions.some(({ state }) => state === 'signed')) return standing === 'suspended' ? 'suspended' : 'awaiting-start';
    return versions.at(-1)!.state as AgreementState;
  }
  if (signed.validUntil < today) return standing === 'renewed' ? 'renewed' : 'expired';
  return standing === 'suspended' ? 'suspended' : 'in-force';
}

/** Whole days from one calendar date to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
