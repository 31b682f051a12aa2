/** Rungs of the tree: a strategy holds programmes, a programme holds projects. */
export const levels = ['strategy', 'programme', 'project'] as const;
export type Level = (typeof levels)[number];

/** What a body or hub is in a programme: it answers to the funder, takes part, runs it on the ground, gives a place, or stands beside it. */
export const partnerRoles = ['lead', 'partner', 'operator', 'host', 'associate'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** Whom a target counts. Women and men are counted apart; `all` is whoever. */
export const countedSexes = ['all', 'female', 'male'] as const;
export type CountedSex = (typeof countedSexes)[number];

/** What a committee is for. */
export const committeeKinds = ['coordination', 'steering', 'selection', 'funding'] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

/** Where a followed action stands. */
export const actionStates = ['open', 'in_progress', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];
