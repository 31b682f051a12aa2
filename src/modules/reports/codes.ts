import type { RoleCode } from '#core/actor.ts';

/** What a report is composed from: a ready set with its headings, or indicators one chooses. */
export const templates = ['medtown', 'jisr', 'own'] as const;
export type Template = (typeof templates)[number];

/** How a number is told to a reader outside the hub: as it is, as “at least”, not at all, or there is none. */
export const sayings = ['exact', 'at_least', 'kept', 'none'] as const;
export type Saying = (typeof sayings)[number];

/** How often a report goes out by itself. */
export const rhythms = ['month', 'quarter'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Whoever finances, supervises or rules the network may be handed a report (trust.md 2.1): figures, never rows. */
export const readerRoles: readonly RoleCode[] = ['donor_viewer', 'ministry_viewer', 'network_admin'];

/** Months one report may span: a programme of several years fits. */
export const mostMonths = 120;
/** Days after which a delivered report opens no more, when nothing else was said. */
export const usualDays = 90;
