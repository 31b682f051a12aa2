import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

const ofTicket = { column: 'ticket_id', parent: 'desk.ticket' } as const;

/** What the desk keeps of a person: her visits, what she said, what she was told, where she was sent, what came of it. */
export const keptAtDesk: readonly KeptTable[] = [
  { table: 'desk.appointment', hers: ['person_id', 'acting_person_id'], at: 'starts_at', shows: ['starts_at', 'reason', 'state', 'with_account_id'] },
  { table: 'desk.ticket', hers: ['person_id', 'acting_person_id'], at: 'arrived_at', shows: ['arrived_at', 'number', 'reason', 'state', 'called_by'] },
  { table: 'desk.listening_note', through: ofTicket, at: 'at', sealed: { note: sealedBy('desk.listening_note', 'note', 'key_owner_id') }, shows: ['at', 'note', 'account_id'] },
  { table: 'desk.needs_assessment', hers: ['person_id'], at: 'started_at', shows: ['started_at', 'state', 'done_at'] },
  { table: 'desk.needs_answer', through: { column: 'assessment_id', parent: 'desk.needs_assessment' }, at: 'changed_at', shows: ['question', 'value', 'changed_at'] },
  { table: 'desk.needs_sealed_answer', through: { column: 'assessment_id', parent: 'desk.needs_assessment' }, at: 'changed_at', sealed: { sealed: sealedBy('desk.needs_sealed_answer', 'sealed', 'key_owner_id') }, shows: ['question', 'sealed', 'changed_at'] },
  { table: 'desk.orientation', hers: ['person_id'], at: 'at', shows: ['at', 'fitting', 'account_id'] },
  { table: 'desk.orientation_choice', through: { column: 'orientation_id', parent: 'desk.orientation' }, shows: ['service_type', 'standing'] },
  { table: 'desk.slip', through: ofTicket, at: 'made_at', shows: ['made_at', 'code', 'lang'] },
  { table: 'desk.slip_step', through: ofTicket, at: 'at', shows: ['at', 'step'] },
  { table: 'desk.referral', hers: ['person_id', 'spoken_to_id'], at: 'sent_at', sealed: { decline_words: sealedBy('desk.referral', 'decline_words', 'spoken_to_id') }, shows: ['sent_at', 'service_type', 'organization_id', 'state', 'decline_words', 'outcome', 'closed_at'] },
  { table: 'desk.referral_link', through: { column: 'referral_id', parent: 'desk.referral' }, at: 'issued_at', shows: [] },
  { table: 'desk.disclosure', hers: ['person_id'], at: 'disclosed_at', sealed: { sealed: sealedBy('desk.disclosure', 'sealed', 'person_id') }, shows: ['disclosed_at', 'organization_id', 'purpose', 'fields', 'sealed', 'until_at'] },
  { table: 'desk.assessment', through: ofTicket, at: 'said_at', shows: ['said_at', 'faces'] },
  { table: 'desk.complaint', hers: ['person_id'], at: 'received_at', sealed: { sealed: sealedBy('desk.complaint', 'sealed', 'key_owner_id'), answer: sealedBy('desk.complaint', 'answer', 'key_owner_id') }, shows: ['received_at', 'kind', 'sealed', 'state', 'answer', 'answered_at'] },
  { table: 'desk.unmet_need', through: ofTicket, at: 'day', shows: ['day', 'cause', 'service_type'] },
];
