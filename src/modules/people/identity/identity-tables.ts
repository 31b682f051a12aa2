import type { Generated } from 'kysely';

/** Why two files are one person; the screens word each code. */
export const mergeReasons = ['said-so', 'same-paper', 'registered-twice', 'other-spelling', 'was-unnamed', 'other'] as const;
export type MergeReason = (typeof mergeReasons)[number];

/** people.merge: that two files are one person, who proposed it, who decided, whether it was undone. */
export interface MergeTable {
  network_id: string;
  id: string;
  hub_id: string;
  survivor_id: string;
  absorbed_id: string;
  reason: MergeReason;
  words: string;
  warnings: string[];
  state: 'proposed' | 'merged' | 'declined' | 'undone';
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  alone: Generated<boolean>;
  undone_by: string | null;
  undone_at: Date | null;
  undone_why: string | null;
}

/** core.same_person: which files are one identity; no row, no other file. */
export interface SamePersonTable {
  network_id: string;
  person_id: string;
  survivor_id: string;
  into_id: string | null;
  merge_id: string | null;
}
