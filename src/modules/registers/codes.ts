export type { EntryState, Kind } from './machines.ts';

/** What kind of event: a study day fixes measures, a dialogue brings recommendations (domain.md 2.1, 4.5). */
export const eventForms = ['study_day', 'dialogue', 'round_table', 'workshop', 'festival', 'fair', 'other'] as const;
export type EventForm = (typeof eventForms)[number];

/** At which level a recommendation or study works (domain.md 3.6). */
export const levels = ['micro', 'meso', 'macro'] as const;
export type Level = (typeof levels)[number];

/** Languages a study or recommendation stands in, in the order forms show them. */
export const textLanguages = ['ar', 'fr', 'en', 'es', 'it', 'pt', 'el', 'zgh'] as const;

export const measureStates = ['open', 'in_progress', 'done', 'dropped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** What a professional does at her body. */
export const occupations = ['social_worker', 'front_line', 'local_authority', 'civil_society', 'trainer', 'other'] as const;
export type Occupation = (typeof occupations)[number];

export const sexes = ['female', 'male', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

/** What a measured value is of. */
export const units = ['count', 'percent', 'amount', 'score', 'days'] as const;
export type Unit = (typeof units)[number];

/** How a value was found. */
export const methods = ['survey', 'register', 'interview', 'observation', 'other_source'] as const;
export type Method = (typeof methods)[number];

/** Whether a change was meant, was not meant, or is one of politics (domain.md 3.1). */
export const changeKinds = ['intended', 'unintended', 'political'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The languages a story is told in. */
export const storyLanguages = ['ar', 'fr', 'en'] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

/** Why a story is told no more. */
export const storyEnds = ['agreement_ended', 'mistaken', 'names_persons'] as const;
export type StoryEnd = (typeof storyEnds)[number];

/** Why a proof was withdrawn; `replaced` is written when another takes its place. */
export const withdrawals = ['mistaken', 'withdrawn_by_author', 'names_persons'] as const;
export type Withdrawal = (typeof withdrawals)[number] | 'replaced';
