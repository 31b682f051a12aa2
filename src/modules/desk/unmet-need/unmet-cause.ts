/** Why a need stays unmet. */
export const unmetCauses = [
  'no-service', 'not-eligible', 'full', 'too-far', 'declined-by-provider', 'declined-by-client', 'other',
] as const;
export type UnmetCause = (typeof unmetCauses)[number];
