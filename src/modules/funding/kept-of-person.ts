import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

/** What funding keeps of a person: the account her grant is paid to, and her files at lenders. Her grant itself stands with her application. */
export const keptMoney: readonly KeptTable[] = [
  { table: 'funding.payee', hers: ['person_id'], at: 'set_at', sealed: { sealed: sealedBy('funding.payee', 'sealed', 'person_id', 'grant_id') }, shows: ['set_at', 'way', 'sealed'] },
  { table: 'funding.financing_file', hers: ['person_id'], at: 'opened_at', shows: ['opened_at', 'purpose', 'state', 'submitted_on', 'answered_on', 'reason'] },
];
