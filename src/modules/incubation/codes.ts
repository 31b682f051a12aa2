/** Where a call stands (SM-CALL); it never goes back. */
export const callStates = ['draft', 'published', 'open', 'closed', 'scored', 'committee', 'results_published', 'appeals_closed', 'running', 'reported', 'archived'] as const;
export type CallState = (typeof callStates)[number];

/** Where an application stands, from draft to alumni (SM-INCUB). */
export const applicationStates = [
  'draft', 'applied', 'pre_evaluated', 'ineligible', 'selected', 'waitlisted', 'rejected', 'withdrawn', 'trained', 'incubating', 'plan_validated',
  'funding_committee', 'funded', 'created', 'post_creation', 'consolidated', 'ceased', 'dropped_out',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Who may answer a call. */
export const whoApplies = ['persons', 'groups', 'organizations', 'all'] as const;
export type WhoApplies = (typeof whoApplies)[number];

/** Who answers it: one person, several with one project, or a body with its members. */
export const applicantKinds = ['person', 'group', 'organization'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const sexes = ['female', 'male', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

export const stages = ['idea', 'existing'] as const;
export type Stage = (typeof stages)[number];

export const criterionKinds = ['automatic', 'jury'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** What an automatic criterion may read besides the questions of the form. */
export const registerReads = ['sex', 'age', 'territory', 'members', 'stage'] as const;

export const quotaDimensions = ['territory', 'sex', 'age', 'disability', 'stage', 'applicants'] as const;
export type QuotaDimension = (typeof quotaDimensions)[number];

export const quotaRules = ['at_least', 'at_most', 'exactly'] as const;
export type QuotaRule = (typeof quotaRules)[number];

/** What tells equals apart; the receipt always comes last and always decides. */
export const tieBreaks = ['jury', 'members', 'younger', 'older', 'earlier', 'receipt'] as const;
export type TieBreak = (typeof tieBreaks)[number];

/** Why whoever applied takes it back. */
export const withdrawReasons = ['her_wish', 'no_time', 'found_work', 'moved', 'begun_by_mistake', 'other'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];
