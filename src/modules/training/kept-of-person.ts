import type { KeptTable } from '#core/kept-of-person.ts';

const ofSeat = { column: 'seat_id', parent: 'training.seat' } as const;

/** What courses keep of a person: that she asked, what was answered and why, when she came, and her certificate. */
export const keptInCourses: readonly KeptTable[] = [
  { table: 'training.seat', hers: ['person_id'], at: 'asked_at', shows: ['asked_at', 'state', 'rank', 'why', 'reason', 'answered_at'] },
  { table: 'training.attendance', through: ofSeat, at: 'marked_at', shows: ['marked_at', 'state', 'via'] },
  { table: 'training.certificate', through: ofSeat, at: 'issued_at', shows: ['issued_at', 'number', 'present', 'half_days'] },
];
