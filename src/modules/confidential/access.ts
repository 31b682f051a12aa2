import { anyone, atHub, defineAccess } from '#core/policy/rule.ts';

const protects = { ...atHub(['protection_officer'], 'C2'), fresh: true } as const;
const anyWords = { ...anyone(), compartment: 'C2' } as const;
/** Rows decide where: the supervisor where she stands, the auditor at all of her hubs. */
const looksAfter = { roles: ['supervisor', 'dpo'], reach: 'region', compartment: 'C2', fresh: true } as const;

/** Any of the staff may hand over; only a protection officer who has just proved who she is sees what was handed over. */
export const confidentialAccess = defineAccess('confidential', {
  'hand-over-safely': atHub(
    ['desk_officer', 'coach', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager'], 'C2',
  ),
  handovers: protects,
  'take-handover': protects,
  'file-list': protects,
  'file-sheet': protects,
  'open-file': protects,
  'write-entry': protects,
  'entry-form': protects,
  'give-words': protects,
  'end-words': protects,
  'words-given': protects,
  'card-sheet': protects,
  'contract-sheet': protects,
  // She herself, without an account: the words she was given are looked at by row-level security.
  'open-door': anyWords,
  'her-page': anyWords,
  'close-file': protects,
  'who-holds': protects,
  'give-grant': protects,
  'end-grant': protects,
  'kept-out': protects,
  'keep-out': protects,
  'never-use': protects,
  'let-in': protects,
  'key-requests': protects,
  'ask-emergency': protects,
  'ask-renewal': protects,
  'answer-key': protects,
  'end-emergency': protects,
  'go-on-call': protects,
  'end-on-call': protects,
  // Whoever looks afterwards reads who, when and why; never whom it was about.
  emergencies: looksAfter,
  // A bare number beside the menu entry: it asks for no fresh proof, what stands behind it does.
  'emergencies-waiting': { roles: ['supervisor', 'dpo'], reach: 'region', compartment: 'C2' },
  'review-emergency': looksAfter,
  // Numbers only, and small ones never: from ten on, for whoever leads the team and for the auditor. To a manager it is hidden that there are any.
  'file-counts': { ...atHub(['supervisor'], 'C2'), fresh: true },
  'protected-figures': { roles: ['dpo', 'supervisor'], reach: 'region', compartment: 'C2' },
});
