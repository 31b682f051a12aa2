import type { KeptTable } from '#core/kept-of-person.ts';

/** What is kept of a person here: the aid she carries for her household, and that she was given a link. What she bought is kept by nobody. */
export const keptAid: readonly KeptTable[] = [
  { table: 'currency.aid', hers: ['person_id'], at: 'state_at', shows: ['granted_at', 'state', 'why', 'adults', 'minors', 'expires_on'] },
  { table: 'currency.wallet_door', hers: ['person_id'], at: 'made_at', shows: ['made_at', 'ended_at'] },
];
