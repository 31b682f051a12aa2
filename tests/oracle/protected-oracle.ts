import type { RoleCode } from '#core/actor.ts';

/** A woman's protected matters, as the story tells them. No type of the program takes part but the names of roles. */
export interface Woman {
  /** The hub that keeps her file and received her. */
  readonly hub: string;
  /** Accounts she keeps out today. */
  readonly keepsOut: ReadonlySet<string>;
  /** Colleagues to whom her ordinary sheet is hidden too. */
  readonly hiddenFrom: ReadonlySet<string>;
  /** Who holds a grant that counts today. */
  readonly openTo: ReadonlySet<string>;
  readonly requests: readonly KeyStory[];
  /** Asked under another file of hers, merged with this one: an emergency is about her, not about a file. */
  readonly requestsElsewhere: readonly KeyStory[];
}

/** A request for a second key: `void` when she who asked was kept out already. */
export interface KeyStory {
  readonly id: string;
  readonly by: string;
  readonly second: string | null;
  readonly saidNo: string | null;
  readonly state: 'waiting' | 'lapsed' | 'declined' | 'open' | 'over' | 'reviewed';
  readonly kind: 'emergency' | 'renewal';
  readonly void: boolean;
}

/** Who reads. */
export interface ProtectedReader {
  readonly account: string;
  readonly role: RoleCode;
  /** Where she stands; an auditor of the whole network stands nowhere. */
  readonly at: string | null;
  readonly trained: boolean;
  /** An emergency of hers waited 72 hours for its review. */
  readonly locked: boolean;
  readonly onCall: boolean;
}

export type ProtectedThing = 'file' | 'entry' | 'count' | 'handover' | 'sheet';

/** May this reader find this thing of hers? trust.md 2.1 to 2.3: whom she keeps out finds nothing, whatever else is true. */
export function mayFind({ account, role, at, trained, locked }: ProtectedReader, thing: ProtectedThing, woman: Woman): boolean {
  if (thing === 'sheet') return ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'].includes(role) && at === woman.hub && !woman.hiddenFrom.has(account);
  if (woman.keepsOut.has(account)) return false;
  const officer = role === 'protection_officer' && at === woman.hub && trained && !locked;
  const twoKeys = [...woman.requests, ...woman.requestsElsewhere].some((key) => key.by === account && key.state === 'open' && key.kind === 'emergency');
  const opens = officer && (woman.openTo.has(account) || twoKeys);
  if (thing === 'handover') return officer;
  if (thing !== 'count') return opens;
  return opens || role === 'dpo' || (at === woman.hub && role === 'supervisor');
}

/** May she read of this request? The two officers it names may; others only before it is answered, or to review it. */
export function mayReadRequest({ account, role, at, trained, onCall }: ProtectedReader, key: KeyStory, woman: Woman): boolean {
  if ([key.by, key.second].includes(account)) return true;
  if (woman.keepsOut.has(account)) return false;
  if (key.saidNo === account) return true;
  if (key.void) return false;
  if (key.state === 'waiting') return role === 'protection_officer' && trained && (at === woman.hub || onCall);
  return key.kind === 'emergency' && key.second !== null && (role === 'dpo' || (role === 'supervisor' && at === woman.hub));
}
