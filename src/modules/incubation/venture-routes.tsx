import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import './venture-access.ts';
import './venture-events.ts';
import './spotlight/spotlight.query.ts';
import { cohortPage } from './cohort/cohort.page.tsx';
import { cohortsPage, newCohortPage } from './cohort/cohorts.page.tsx';
import { closeCohort, handOverCohort } from './cohort/change-cohort.ts';
import { myCoachingPage } from './cohort/my-coaching.page.tsx';
import { moveApplication, nameCoach, stopApplication } from './cohort/places.ts';
import { addSession } from './cohort/sessions.ts';
import { answerMentoring, endMentoring, proposeMentor } from './mentor/mentoring.ts';
import { endMentor } from './mentor/mentors.ts';
import { mentorsPage } from './mentor/mentors.page.tsx';
import { bookPhotos, markPhotos } from './spotlight/photos.ts';
import { photosPage } from './spotlight/photos.page.tsx';
import { publishSpotlightPage } from './spotlight/publish-spotlight.page.tsx';
import { madeHerePage, spotlightPage } from './spotlight/spotlight.page.tsx';
import { takeSpotlightAway } from './spotlight/spotlights.ts';
import { ventureCoachingPage } from './venture/coaching.page.tsx';
import { createEnterprise } from './venture/create-enterprise.ts';
import { followUpPage, followUpsPage } from './venture/follow-up.page.tsx';
import { chooseLegalForm } from './venture/legal.ts';
import { listVenture } from './venture/list-venture.ts';
import { checkMilestone, meetMilestone } from './venture/milestones.ts';
import { newVenturePage } from './venture/new-venture.page.tsx';
import { venturePapersPage } from './venture/papers.page.tsx';
import { venturePlanPage } from './venture/plan.page.tsx';
import { decidePlan } from './venture/plans.ts';
import { addProduct } from './venture/products.ts';
import { ventureProductsPage } from './venture/products.page.tsx';
import { venturePathPage } from './venture/venture.page.tsx';

interface Button {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: buttons of every action stand in one list.
  readonly action: Action<any, any>;
  readonly input: (params: Visit['params']) => Readonly<Record<string, unknown>>;
  readonly again: Page<View>;
}

const ofVenture = ({ venture }: Visit['params']) => ({ venture });
const ofApplication = ({ application }: Visit['params']) => ({ application });

const buttons: readonly Button[] = [
  { path: '/cohorts/:cohort/applications/:application/move', action: moveApplication, input: ofApplication, again: cohortPage },
  { path: '/cohorts/:cohort/applications/:application/coach', action: nameCoach, input: ofApplication, again: cohortPage },
  { path: '/cohorts/:cohort/applications/:application/stop', action: stopApplication, input: ofApplication, again: cohortPage },
  { path: '/cohorts/:cohort/partner', action: handOverCohort, input: ({ cohort }) => ({ cohort }), again: cohortPage },
  { path: '/cohorts/:cohort/sessions', action: addSession, input: ({ cohort }) => ({ cohort }), again: cohortPage },
  { path: '/cohorts/:cohort/close', action: closeCohort, input: ({ cohort }) => ({ cohort }), again: cohortPage },
  { path: '/mentors/:mentor/end', action: endMentor, input: ({ mentor }) => ({ mentor }), again: mentorsPage },
  { path: '/ventures/:venture/milestones/:milestone/met', action: meetMilestone, input: ({ milestone }) => ({ milestone }), again: venturePathPage },
  { path: '/ventures/:venture/milestones/:milestone/check', action: checkMilestone, input: ({ milestone }) => ({ milestone }), again: venturePathPage },
  { path: '/ventures/:venture/create', action: createEnterprise, input: ofVenture, again: venturePathPage },
  { path: '/ventures/:venture/list', action: listVenture, input: ofVenture, again: venturePathPage },
  { path: '/ventures/:venture/plans/:plan', action: decidePlan, input: ({ plan }) => ({ plan }), again: venturePlanPage },
  { path: '/ventures/:venture/form', action: chooseLegalForm, input: ofVenture, again: venturePapersPage },
  { path: '/ventures/:venture/product', action: addProduct, input: ofVenture, again: ventureProductsPage },
  { path: '/ventures/:venture/mentoring', action: proposeMentor, input: () => ({}), again: ventureCoachingPage },
  { path: '/ventures/:venture/mentoring/:mentoring', action: answerMentoring, input: ({ mentoring }) => ({ mentoring }), again: ventureCoachingPage },
  { path: '/ventures/:venture/mentoring/:mentoring/end', action: endMentoring, input: ({ mentoring }) => ({ mentoring }), again: ventureCoachingPage },
];

const filled = (path: string, params: Visit['params']): string => path.replace(/:(\w+)/g, (_, name: string) => params[name]!);

/** The buttons of cohorts and ventures: each leads back to the page it stands on. */
const ventureButtons: readonly Page[] = buttons.map(({ path, action, input, again }) => definePage<View>({
  path, audience: 'staff', needs: action.fullName,
  post: { action, again, input: ({ params }) => input(params), leadsTo: (_, { params }) => filled(again.path, params) },
}));

/** Buttons about photos and the public profile speak of the application; the page they stand on knows which it is. */
const photoButtons: readonly Page[] = [
  definePage<View>({ path: '/ventures/:venture/photos', audience: 'staff', needs: bookPhotos.fullName, post: { action: bookPhotos, again: ventureProductsPage, leadsTo: (_, { params }) => `/ventures/${params.venture}/products` } }),
  definePage<View>({ path: '/ventures/:venture/photos/:slot', audience: 'staff', needs: markPhotos.fullName, post: { action: markPhotos, again: ventureProductsPage, input: ({ params }) => ({ slot: params.slot }), leadsTo: (_, { params }) => `/ventures/${params.venture}/products` } }),
  definePage<View>({ path: '/ventures/:venture/spotlight/away', audience: 'staff', needs: takeSpotlightAway.fullName, post: { action: takeSpotlightAway, again: ventureProductsPage, leadsTo: (_, { params }) => `/ventures/${params.venture}/products` } }),
];

/** Cohorts, ventures, what comes after creation, and the public profiles; fixed paths stand before those with a part to fill. */
export const ventureRoutes: readonly Page[] = [
  cohortsPage, newCohortPage, cohortPage, myCoachingPage, mentorsPage, followUpsPage, photosPage, newVenturePage, venturePathPage, venturePlanPage, ventureProductsPage,
  venturePapersPage, ventureCoachingPage, followUpPage, publishSpotlightPage, madeHerePage, spotlightPage, ...ventureButtons, ...photoButtons,
];
