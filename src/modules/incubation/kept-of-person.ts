import { type KeptTable, type Opening, sealedBy } from '#core/kept-of-person.ts';
import { answerPlace } from './application/answer-place.ts';

const ofApplication = { column: 'application_id', parent: 'incubation.application' } as const;

/** What calls keep of a person: her applications, also those of a group, what she answered, the points that followed, her appeals. */
export const keptInCalls: readonly KeptTable[] = [
  { table: 'incubation.application', hers: ['person_id'], at: 'begun_at', shows: ['begun_at', 'receipt', 'applicant', 'state', 'state_at', 'reason'] },
  { table: 'incubation.applicant', hers: ['person_id'], at: 'joined_at', shows: ['joined_at', 'part', 'left_at'] },
  {
    table: 'incubation.answer', hers: ['person_id'], at: 'saved_at', shows: ['saved_at', 'question', 'said', 'sealed'],
    sealed: { sealed: (row): Opening => answerPlace(String(row['application_id']), String(row['person_id']), String(row['question'])) },
  },
  { table: 'incubation.points', through: ofApplication, shows: ['criterion', 'points', 'why'] },
  { table: 'incubation.appeal', hers: ['person_id'], at: 'filed_at', sealed: { sealed: sealedBy('incubation.appeal', 'sealed', 'person_id') }, shows: ['filed_at', 'ground', 'sealed', 'outcome', 'words'] },
];
