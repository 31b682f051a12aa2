import { defineEvents } from '#core/event.ts';

/** What happens to calls, applications and what grows from them: codes and counts, never a name or an answer. */
export const incubationEvents = defineEvents('incubation', {
  // calls

  // applications

  // selection

  // cohorts and ventures
});
