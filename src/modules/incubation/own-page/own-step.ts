import type { ApplicationState } from '../codes.ts';

/** How far an application has come, as whoever applied reads it: no more than she was told. */
export const ownSteps = ['begun', 'handed_in', 'ineligible', 'selected', 'waitlisted', 'rejected', 'withdrawn', 'accompanied', 'over'] as const;
type OwnStep = (typeof ownSteps)[number];

const stepOf: Readonly<Partial<Record<ApplicationState, OwnStep>>> = {
  draft: 'begun', applied: 'handed_in', pre_evaluated: 'handed_in', ineligible: 'ineligible', selected: 'selected', waitlisted: 'waitlisted', rejected: 'rejected',
  withdrawn: 'withdrawn', ceased: 'over', dropped_out: 'over',
};

/** The step of a state. What comes after the selection is one step: who accompanies her tells the rest. */
export const ownStep = (state: ApplicationState): OwnStep => stepOf[state] ?? 'accompanied';
