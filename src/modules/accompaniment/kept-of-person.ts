import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

const ofCase = { column: 'case_id', parent: 'accompaniment.case_file' } as const;

/** What accompaniment keeps of a person: her file, its plan, what was done, who was with her, how it ended. */
export const keptInFiles: readonly KeptTable[] = [
  { table: 'accompaniment.case_file', hers: ['person_id', 'acting_person_id'], at: 'opened_at', shows: ['opened_at', 'kind', 'state', 'state_at', 'next_on'] },
  { table: 'accompaniment.assignment', through: ofCase, at: 'proposed_at', shows: ['proposed_at', 'account_id', 'state', 'ended_at'] },
  { table: 'accompaniment.goal', through: ofCase, at: 'added_at', shows: ['added_at', 'words', 'state', 'closed_at'] },
  { table: 'accompaniment.step', through: ofCase, at: 'added_at', shows: ['words', 'who', 'due_on', 'done_at'] },
  { table: 'accompaniment.session', through: ofCase, at: 'planned_at', shows: ['planned_at', 'place', 'state', 'minutes', 'account_id'] },
  { table: 'accompaniment.session_note', through: ofCase, at: 'changed_at', sealed: { sealed: sealedBy('accompaniment.session_note', 'sealed', 'key_owner_id') }, shows: ['changed_at', 'field', 'sealed', 'written_by'] },
  { table: 'accompaniment.special_need', through: ofCase, at: 'changed_at', sealed: { sealed: sealedBy('accompaniment.special_need', 'sealed', 'key_owner_id') }, shows: ['sealed', 'changed_at'] },
  { table: 'accompaniment.act', through: ofCase, at: 'on_day', shows: ['on_day', 'act', 'minutes', 'account_id'] },
  { table: 'accompaniment.follow_up', through: ofCase, at: 'due_on', shows: ['due_on', 'what', 'done_at', 'found'] },
  { table: 'accompaniment.approval', through: ofCase, at: 'asked_at', shows: ['asked_at', 'about', 'decision', 'words'] },
  { table: 'accompaniment.diagnosis', through: ofCase, at: 'made_at', shows: ['made_at', 'made_by'] },
  { table: 'accompaniment.life_grant', through: ofCase, at: 'from_at', shows: ['from_at', 'until_at', 'purpose', 'account_id'] },
  { table: 'accompaniment.outcome', through: ofCase, at: 'at', shows: ['at', 'outcome'] },
];
