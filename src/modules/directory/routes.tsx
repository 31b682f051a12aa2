import './access.ts';
import './events.ts';
import './hsds/hsds.query.ts';
import './hsds/hsds-organizations.query.ts';
import './hsds/hsds-service-at-locations.query.ts';
import './hsds/hsds-taxonomies.query.ts';
import './places-and-bodies/places-and-bodies.query.ts';
import './places-and-bodies/public-places.query.ts';
import './record-audio/audio-recording.query.ts';
import './services-for-matching/services-for-matching.query.ts';
import type { Page } from '#core/page.ts';
import { closeDecisionPage } from './decisions/close-decision.page.tsx';
import { decisionsPage } from './decisions/decisions.page.tsx';
import { writeDecisionPage } from './decisions/write-decision.page.tsx';
import { directoryServicePage } from './public-pages/directory-service.page.tsx';
import { serviceCardPage } from './public-pages/service-card.page.tsx';
import { directoryPage } from './public-pages/directory.page.tsx';
import { editServicePage } from './service-form/edit-service.page.tsx';
import { listServicePage } from './service-form/list-service.page.tsx';
import { servicesPage } from './service-search/services.page.tsx';
import { audioPage } from './sheet-pages/audio.page.tsx';
import { capacityPage } from './sheet-pages/capacity.page.tsx';
import { eligibilityPage } from './sheet-pages/eligibility.page.tsx';
import { hoursPage } from './sheet-pages/hours.page.tsx';
import { newPlacePage, placesPage } from './sheet-pages/places.page.tsx';
import { serviceSheetPage } from './sheet-pages/service-sheet.page.tsx';
import { verifyServicePage } from './sheet-pages/verify-service.page.tsx';
import { withdrawPage } from './sheet-pages/withdraw.page.tsx';
import { whoDoesWhatPage } from './who-does-what/who-does-what.page.tsx';

/** Every page of the directory: services for staff and for anyone, the matrix, the committee's decisions. */
export const directoryRoutes: Page[] = [
  directoryPage, directoryServicePage, serviceCardPage,
  servicesPage, listServicePage, serviceSheetPage, editServicePage, eligibilityPage, hoursPage, placesPage, newPlacePage, capacityPage,
  audioPage, verifyServicePage, withdrawPage,
  whoDoesWhatPage, decisionsPage, writeDecisionPage, closeDecisionPage,
];
