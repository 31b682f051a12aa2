import type { Page } from '#core/page.ts';
import { correctPersonPage } from './correct-person/correct-person.page.tsx';
import { lookForDoublesPage, possibleDoublesPage } from './possible-doubles/possible-doubles.page.tsx';
import { enrolKnownPersonPage } from './enrol-known-person/enrol-known-person.page.tsx';
import { addHouseholdMemberPage, endHouseholdMemberPage, householdPage, nameHouseholdHeadPage } from './form-household/household.page.tsx';
import { comparePage, declineMergePage, mergePersonsPage, unmergePersonsPage } from './merge-persons/compare.page.tsx';
import { mergesPage } from './merge-persons/merges.page.tsx';
import { samePage } from './merge-persons/same.page.tsx';
import { peoplePage } from './people-search/people.page.tsx';
import { endContactPage, personContactPage } from './person-contact/person-contact.page.tsx';
import { personSheetPage } from './person-sheet/person-sheet.page.tsx';
import { askConsentPage } from './ask-consent/ask-consent.page.tsx';
import { askedConsentPage } from './ask-consent/asked-consent.page.tsx';
import { consentReceiptPage } from './consent-receipt/consent-receipt.page.tsx';
import { consentRulesPage, decideDutyPage } from './consent-rules/consent-rules.page.tsx';
import { endingConsentsPage } from './ending-consents/ending-consents.page.tsx';
import { noticesPage, publishNoticePage } from './publish-notice/notices.page.tsx';
import { consentPage, withdrawConsentPage } from './record-consent/consent.page.tsx';
import { claimPage } from './receive-unnamed/claim.page.tsx';
import { unnamedPage } from './receive-unnamed/unnamed.page.tsx';
import { registerPersonPage } from './register-person/register-person.page.tsx';
import { alarmPosts, alarmsPage } from './brakes/alarms.page.tsx';
import { recentLooksPage } from './who-looked/recent-looks.page.tsx';
import { seePaperPage } from './see-paper/see-paper.page.tsx';
import { whoLookedPage } from './who-looked/who-looked.page.tsx';
import { safeContactPage } from './safe-contact/safe-contact.page.tsx';
import { lifeNotesPage } from './write-life-note/life-notes.page.tsx';
import './access.ts';
import './contact/people-caseload.ts';
import './events.ts';
import './end-consents/end-consents.ts';
import './safe-contact/note-safe-contact.ts';
import './merge-persons/mark-merges.ts';
import './index-person-names/index-person-names.ts';

/** The pages of persons; every action and query of the module is registered by being imported here or by a page. */
export const peopleRoutes: Page[] = [
  peoplePage, endingConsentsPage, registerPersonPage, enrolKnownPersonPage, mergesPage, possibleDoublesPage, lookForDoublesPage, unnamedPage, claimPage, personSheetPage, correctPersonPage,
  personContactPage, seePaperPage, endContactPage, safeContactPage, consentPage, askConsentPage, withdrawConsentPage, consentReceiptPage, askedConsentPage,
  noticesPage, publishNoticePage, consentRulesPage, decideDutyPage,
  samePage, comparePage, mergePersonsPage, declineMergePage, unmergePersonsPage,
  householdPage, addHouseholdMemberPage, endHouseholdMemberPage, nameHouseholdHeadPage, lifeNotesPage, recentLooksPage, whoLookedPage, alarmsPage, ...alarmPosts,
];
