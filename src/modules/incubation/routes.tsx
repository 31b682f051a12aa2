import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';

/** The pages of calls, applications, selection, cohorts and ventures. */
export const incubationRoutes: readonly Page[] = [
  // calls

  // applications

  // selection

  // cohorts and ventures
];
