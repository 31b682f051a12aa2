import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';
import { keptInFiles } from '#modules/accompaniment/public.ts';
import { keptAid } from '#modules/currency/public.ts';
import { keptAtDesk } from '#modules/desk/public.ts';
import { keptPapers } from '#modules/documents/public.ts';
import { keptRows } from '#modules/exchange/public.ts';
import { keptMoney } from '#modules/funding/public.ts';
import { keptInCalls, keptInVentures } from '#modules/incubation/public.ts';
import { keptMessages } from '#modules/messages/public.ts';
import { keptOfPerson } from '#modules/people/public.ts';
import { keptInCourses } from '#modules/training/public.ts';

const keptRequests: readonly KeptTable[] = [
  {
    table: 'rights.request', hers: ['person_id'], at: 'asked_at',
    sealed: { wish: sealedBy('rights.request', 'wish', 'person_id'), answer: sealedBy('rights.request', 'answer', 'person_id') },
    shows: ['asked_at', 'kind', 'wish', 'due_on', 'state', 'reason', 'answer', 'answered_at', 'answered_by'],
  },
];

/** Every table in which something of a person may lie, in the order in which she reads it. */
export const keptTables: readonly KeptTable[] = [
  ...keptOfPerson.slice(0, -2), ...keptAtDesk, ...keptInFiles, ...keptPapers, ...keptInCourses, ...keptInCalls, ...keptInVentures, ...keptMoney, ...keptAid, ...keptMessages, ...keptRequests, ...keptRows, ...keptOfPerson.slice(-2),
];

/**
 * Tables that name a person and of which her sheet tells nothing, each with its reason. The shape of the database is held against
 * both lists: a new table that names somebody stands in one of them or the tests fail.
 */
export const keptElsewhere: Readonly<Record<string, string>> = {
  'people.conflict': 'who is kept apart from whom: told only inside the protected file',
  'people.kept_apart': 'a view of the same',
  'incubation.perhaps_twice': 'that two registrations may be one person’s, until a colleague settled it: a score and codes, nothing she told',
  'portal.intake': 'a letter of a stranger, sealed to the hub, without a person; forgotten after its days',
  'transfer.departure': 'that she left for another hub stands among what happened; what is on its way is sealed under her own words and gone in seven days',
  'transfer.opening': 'that she came from another hub stands among what happened',
  'rights.subject': 'for how many hours her request opens her rows',
  'rights.hold': 'read by the data protection officer who answers her; a hold of a court may not be announced by a printout',
  'confidential.event': 'protected: told in the hub by a protection officer', 'confidential.look': 'protected: told in the hub by a protection officer',
  'confidential.exclusion': 'protected: told in the hub by a protection officer', 'confidential.handover': 'protected: told in the hub by a protection officer',
};
