import type { KeptTable } from '#core/kept-of-person.ts';

/** What is kept of a person here: the aid she carries for her household, her card and link, and what she paid. What she bought stands with the shop, which does not know her. */
export const keptAid: readonly KeptTable[] = [
  { table: 'currency.aid', hers: ['person_id'], at: 'state_at', shows: ['granted_at', 'state', 'why', 'adults', 'minors', 'expires_on'] },
  { table: 'currency.wallet_door', hers: ['person_id'], at: 'made_at', shows: ['made_at', 'ended_at'] },
  { table: 'currency.card', hers: ['person_id'], at: 'made_at', shows: ['made_at', 'state', 'state_at'] },
  { table: 'currency.message_phone', hers: ['person_id'], at: 'tied_at', shows: ['tied_at', 'ending', 'lang', 'ended_at'] },
  { table: 'currency.local_wallet', hers: ['person_id'], at: 'opened_at', shows: ['opened_at'] },
  { table: 'currency.voucher_batch', hers: ['person_id'], at: 'drawn_at', shows: ['drawn_at', 'pieces', 'expires_on'] },
  { table: 'currency.payment_of', hers: ['person_id'], at: 'paid_at', shows: ['paid_at', 'means', 'amount_minor', 'currency'] },
];
