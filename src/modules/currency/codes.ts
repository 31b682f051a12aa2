/** What an instrument may be here; hours and points are other things (domain.md rule 9). */
export const instrumentKinds = ['aid', 'currency'] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** What aid may be spent on. What is harmful has no code at all: no programme can allow it by mistake (the Ossetana lesson, domain.md 3.7). */
export const categories = ['food', 'hygiene', 'children', 'school', 'clothing', 'medicine', 'energy', 'home', 'transport'] as const;
export type Category = (typeof categories)[number];

/** Never bought with aid, whatever a shop types; named so that the refusal can say why. */
export const neverBought = ['alcohol', 'tobacco', 'gambling'] as const;
export type NeverBought = (typeof neverBought)[number];

/** What a unit is once a shop has it: paid out only, or turned into local currency by a recorded conversion. */
export const becomings = ['settled', 'recirculates'] as const;
export type Becoming = (typeof becomings)[number];

/** Where an aid stands (SM-AID); how much of it is spent is asked of the ledger. */
export const aidStates = ['proposed', 'loaded', 'frozen', 'expired', 'revoked', 'dropped'] as const;
export type AidState = (typeof aidStates)[number];

export const freezeReasons = ['lost_card', 'her_wish', 'doubt'] as const;
export const revokeReasons = ['moved_away', 'twice', 'mistaken', 'died', 'her_wish', 'doubt'] as const;
export type StopReason = (typeof freezeReasons)[number] | (typeof revokeReasons)[number];

/** Why something moved, as the ledger keeps it; the sums of a programme are made of these. */
export const reasons = { load: 'load', grant: 'aid', expired: 'expired', revoked: 'revoked', returned: 'returned' } as const;
