import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

/** What is kept of her on the way from selection to the years after the creation of her enterprise. */
export const keptInVentures: readonly KeptTable[] = [
  { table: 'incubation.cohort_place', hers: ['person_id'], at: 'joined_at', shows: ['joined_at', 'coach_id', 'left_at'] },
  { table: 'incubation.coaching_act', hers: ['person_id'], at: 'on_day', shows: ['on_day', 'kind', 'minutes', 'account_id'] },
  { table: 'incubation.coaching_note', hers: ['person_id'], sealed: { sealed: sealedBy('incubation.coaching_note', 'sealed', 'person_id') }, shows: ['sealed'] },
  { table: 'incubation.mentoring', hers: ['person_id'], at: 'proposed_at', shows: ['proposed_at', 'state', 'ended_at'] },
  { table: 'incubation.venture', hers: ['person_id'], at: 'opened_at', shows: ['opened_at', 'name', 'sector', 'legal_form', 'created_on'] },
  { table: 'incubation.legal_step', hers: ['person_id'], at: 'done_on', shows: ['done_on', 'form', 'step'] },
  { table: 'incubation.plan_version', hers: ['person_id'], at: 'written_at', shows: ['written_at', 'kind', 'version', 'sections', 'decision', 'words'] },
  { table: 'incubation.prototype', hers: ['person_id'], at: 'made_on', shows: ['made_on', 'version', 'changed', 'tried_by', 'heard'] },
  { table: 'incubation.product_sheet', hers: ['person_id'], at: 'written_at', shows: ['written_at', 'name', 'materials', 'price_minor', 'currency'] },
  { table: 'incubation.milestone', hers: ['person_id'], at: 'due_on', shows: ['due_on', 'code', 'words', 'met_at', 'checked_at'] },
  { table: 'incubation.follow_up', hers: ['person_id'], at: 'due_on', shows: ['due_on', 'month', 'done_at', 'alive', 'currency'] },
  { table: 'incubation.turnover', hers: ['person_id'], sealed: { sealed: sealedBy('incubation.turnover', 'sealed', 'person_id') }, shows: ['sealed'] },
  { table: 'incubation.job', hers: ['person_id'], shows: ['sex', 'age', 'persons', 'fte_hundredths'] },
  { table: 'incubation.photo_slot', hers: ['person_id'], at: 'at', shows: ['at', 'what', 'state'] },
  { table: 'incubation.spotlight_owner', hers: ['person_id'], shows: ['spotlight_id'] },
];
