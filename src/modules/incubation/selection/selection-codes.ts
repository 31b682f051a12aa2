/** Why somebody may not judge or decide on an application: said by herself, or found by the house. */
export const saidLinks = ['own', 'kin', 'past_link'] as const;
export const linkKinds = [...saidLinks, 'accompanied', 'typed'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What follows from a ranking. */
export const outcomes = ['selected', 'waitlisted', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why, as it is published. */
export const whys = ['by_score', 'by_quota', 'quota_full', 'kept_for_quota', 'below', 'promoted', 'appeal'] as const;
export type Why = (typeof whys)[number];

/** What an appeal is about. */
export const appealGrounds = ['points', 'facts', 'rules', 'conflict', 'other'] as const;
export type AppealGround = (typeof appealGrounds)[number];

/** The states of an application that is still in the running. */
export const judgedStates = ['applied', 'pre_evaluated'] as const;
/** The states in which an application holds a place. */
export const placedStates = ['selected', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded', 'created', 'post_creation', 'consolidated'] as const;
/** The states in which it gave its place back. */
export const leftStates = ['withdrawn', 'dropped_out'] as const;
/** The states of a call from the results on. */
export const resultStates = ['results_published', 'appeals_closed', 'running', 'reported', 'archived'] as const;
/** The states in which it has a ranking. */
export const rankedStates: ReadonlySet<string> = new Set(['scored', 'committee', ...resultStates]);
