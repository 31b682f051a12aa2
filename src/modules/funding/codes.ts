export const grantKinds = ['grant', 'loan', 'sub_grant'] as const;
export type GrantKind = (typeof grantKinds)[number];

/** Where a grant stands, from proposal to the last payment. */
export const grantStates = ['proposed', 'approved', 'specifications_signed', 'certified', 'paid_part', 'paid', 'closed', 'cancelled'] as const;
export type GrantState = (typeof grantStates)[number];

/** What a tranche waits for. */
export const milestones = ['start', 'purchase', 'activity', 'sales', 'report', 'other'] as const;
export type Milestone = (typeof milestones)[number];

export const trancheStates = ['waiting', 'released', 'paid', 'dropped'] as const;
export type TrancheState = (typeof trancheStates)[number];

/** Why a grant was not given after all, or ended before all was paid. */
export const endReasons = ['declined', 'withdrawn', 'not_signed', 'activity_ended', 'finished', 'mistaken'] as const;
export type EndReason = (typeof endReasons)[number];

/** Who may be given a limit up to which grants are approved. */
export const approvingRoles = ['supervisor', 'hub_manager', 'funding_officer'] as const;
export type ApprovingRole = (typeof approvingRoles)[number];

export const fileStates = ['made', 'approved', 'taken_out', 'answered', 'dropped'] as const;
export type FileState = (typeof fileStates)[number];

export const doubleKinds = ['same_account', 'same_person', 'same_amount'] as const;
export type DoubleKind = (typeof doubleKinds)[number];

/** Where a sub-grant stands (SM-SUBGRANT). */
export const subGrantStates = [
  'proposal', 'inadmissible', 'admissible', 'evaluated', 'not_awarded', 'awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed', 'withdrawn',
] as const;
export type SubGrantState = (typeof subGrantStates)[number];

/** What sub-grants are about (domain.md 3.1). */
export const subGrantSectors = [
  'local_economy', 'youth_employment', 'family_social_care', 'health', 'gender_equality', 'education', 'digital_divide', 'culture', 'climate',
] as const;
export type SubGrantSector = (typeof subGrantSectors)[number];

export const inadmissibleReasons = ['own_share', 'no_letter', 'letter_not_public', 'too_much'] as const;
export type InadmissibleReason = (typeof inadmissibleReasons)[number];

export const financingStates = ['prepared', 'submitted', 'granted', 'refused', 'withdrawn'] as const;
export type FinancingState = (typeof financingStates)[number];

export const financingReasons = ['no_guarantee', 'debts', 'project', 'papers', 'other', 'her_wish'] as const;
export type FinancingReason = (typeof financingReasons)[number];
