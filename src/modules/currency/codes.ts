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
export const reasons = { load: 'load', grant: 'aid', expired: 'expired', revoked: 'revoked', returned: 'returned', claim: 'claim', bought: 'bought', converted: 'converted', drawn: 'drawn', rest: 'rest' } as const;

/** Where a shop stands (SM-MERCHANT); whether it may take a payment today also asks its agreement. */
export const merchantStates = ['applied', 'agreement_signed', 'active', 'suspended', 'exited'] as const;
export type MerchantState = (typeof merchantStates)[number];

/** Where a claim stands (SM-CLAIM); dropped is how a dispute ends with nothing paid. */
export const claimStates = ['submitted', 'validated', 'paid', 'reconciled', 'disputed', 'dropped'] as const;
export type ClaimState = (typeof claimStates)[number];

/** How a dispute ends: the claim goes on where it stood, or it is dropped. */
export const disputeEnds = ['goes_on', 'dropped'] as const;

/** Patterns in a shop's sales that somebody looks at. */
export const alertKinds = ['often', 'emptied', 'split', 'few_wallets', 'closed_hours', 'unpaid_offline'] as const;
export type AlertKind = (typeof alertKinds)[number];
