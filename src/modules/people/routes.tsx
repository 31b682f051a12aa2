import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './correct-person/correct-person.ts';
import './enrol-known-person/enrol-known-person.ts';
import './form-household/add-household-member.ts';
import './form-household/end-household-member.ts';
import './form-household/form-household.ts';
import './index-person-names/index-person-names.ts';
import './matching/duplicate-hints.query.ts';
import './people-search/people-search.ts';
import './person-contact/person-contact.ts';
import './person-sheet/person-sheet.ts';
import './record-consent/record-consent.ts';
import './register-person/register-person.ts';
import './set-contact/end-contact.ts';
import './set-contact/set-contact.ts';
import './who-looked/who-looked.ts';
import './withdraw-consent/withdraw-consent.ts';
import './write-life-note/life-notes.ts';
import './write-life-note/write-life-note.ts';

/** The pages of persons. */
export const peopleRoutes: Page[] = [];
