export { clientNameOf, type Client, type ClientName } from './person/client-name.ts';
export { type PersonCard, peopleByIds, personCard } from './person/person-card.ts';
export { type Snapshot, snapshotOf } from './person/snapshot.ts';
export { findPeople } from './search/find-people.ts';
export { closeContactGrant, openContactGrant } from './contact/contact-grant.ts';
export { hasConsent } from './consent/has-consent.ts';
export type { ConsentPurpose } from './consent/consent-table.ts';
export { type Candidate, type DuplicateHints, duplicateHints, type Typed } from './matching/duplicate-hints.ts';
