import { defineAccess } from '#core/policy/rule.ts';

/** Who types and accompanies applications; these see names. Row lists: app.call_hubs. */
export const callStaff = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'] as const;
/** Who opens calls, judges and decides. Row lists: app.call_decider_hubs. */
export const callDeciders = ['funding_officer', 'supervisor', 'hub_manager'] as const;
/** Whoever of the hub may look at a call and its counts. */
export const callReaders = [...callStaff, 'funding_officer'] as const;

export const incubationAccess = defineAccess('incubation', {
  // calls

  // applications

  // selection

  // cohorts and ventures
});
