import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

/** What is kept of who a person is, how she is reached, what she agreed to and who may look. */
export const keptOfPerson: readonly KeptTable[] = [
  { table: 'people.person', hers: ['id'], at: 'since', shows: ['name', 'name_other', 'code', 'birth_year', 'sex', 'languages', 'reading', 'since'] },
  { table: 'people.enrolment', hers: ['person_id'], at: 'since', shows: ['since', 'via'] },
  { table: 'core.same_person', hers: ['person_id', 'survivor_id'], shows: [] },
  { table: 'people.merge', hers: ['survivor_id', 'absorbed_id'], at: 'proposed_at', shows: ['proposed_at', 'reason', 'words', 'state', 'undone_why'] },
  { table: 'people.possible_double', hers: ['first_id', 'second_id'], at: 'found_at', shows: ['found_at', 'state'] },
  { table: 'people.name_word', hers: ['person_id'], shows: [] },
  { table: 'people.person_contact', hers: ['person_id'], at: 'set_at', sealed: { sealed: sealedBy('people.person_contact', 'sealed', 'person_id') }, shows: ['kind', 'sealed', 'owner', 'shared', 'set_at', 'ended_at'] },
  { table: 'people.contact_rule', hers: ['person_id'], at: 'set_at', sealed: { sealed_words: sealedBy('people.contact_rule', 'sealed_words', 'person_id', 'contact_id') }, shows: ['kind', 'never', 'channels', 'voicemail', 'sealed_words', 'set_at', 'ended_at'] },
  { table: 'people.contact_mark', hers: ['person_id'], shows: [] },
  { table: 'people.person_life', hers: ['person_id'], at: 'written_at', sealed: { sealed: sealedBy('people.person_life', 'sealed', 'person_id') }, shows: ['written_at', 'kind', 'sealed', 'written_by'] },
  { table: 'people.consent', hers: ['person_id'], at: 'answered_at', shows: ['purpose', 'recipient_id', 'answer', 'channel', 'answered_at', 'until_at', 'withdrawn_at', 'fields'] },
  { table: 'people.consent_ask', hers: ['person_id'], at: 'asked_at', shows: ['purpose', 'asked_at', 'answered_at'] },
  { table: 'people.household_member', hers: ['person_id'], at: 'since', shows: ['tie', 'head', 'since', 'until'] },
  { table: 'people.access_grant', hers: ['person_id'], at: 'from_at', shows: ['basis', 'from_at', 'until_at', 'granted_by'] },
  { table: 'core.look', hers: ['person_id'], at: 'at', shows: ['at', 'account_id', 'action', 'outcome', 'fields'] },
  { table: 'core.event', hers: ['person_id'], at: 'at', shows: ['at', 'name', 'account_id'] },
];
