import type { KeptTable } from '#core/kept-of-person.ts';

/** What was written to a person: which text, when, whether it left. */
export const keptMessages: readonly KeptTable[] = [
  { table: 'messages.message', hers: ['person_id'], at: 'queued_at', shows: ['queued_at', 'channel', 'template', 'state', 'ended_at'] },
];
