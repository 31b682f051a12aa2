import './access.ts';
import './events.ts';
import './list-service/list-service.ts';
import './edit-service/edit-service.ts';
import './verify-service/verify-service.ts';
import './withdraw-service/withdraw-service.ts';
import './add-location/add-location.ts';
import './offer-at-location/offer-at-location.ts';
import './set-schedule/set-schedule.ts';
import './set-eligibility/set-eligibility.ts';
import './set-capacity/set-capacity.ts';
import './record-audio/record-audio.ts';
import './record-audio/audio-recording.query.ts';
import './open-committee-decision/open-committee-decision.ts';
import './close-decision/close-decision.ts';
import './services-for-matching/services-for-matching.query.ts';
import './places-and-bodies/places-and-bodies.query.ts';
import './service-search/service-search.query.ts';
import './service-page/service-page.query.ts';
import './stale-services/stale-services.query.ts';
import './locations/locations.query.ts';
import './decisions/decisions.query.ts';
import './who-does-what/who-does-what-where.query.ts';
import './hsds/hsds.query.ts';
import type { Page } from '#core/page.ts';

/** Every page of the directory: services for staff and for anyone, the matrix, the committee's decisions. */
export const directoryRoutes: Page[] = [];
