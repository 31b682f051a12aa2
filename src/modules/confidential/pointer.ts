import type { Asking } from '#core/action.ts';
import type { ConfidentialTables } from './confidential.ts';

/** Whom a hand-over points to: the visit, the person, or both. Sealed at rest. */
export interface Pointer {
  readonly ticket: string | null;
  readonly person: string | null;
}

const placeOf = (handover: string, owner: string) =>
  ({ table: 'confidential.handover', column: 'pointer', row: handover, person: owner }) as const;

/** Seals a pointer under the person's key, or under the visit's while nobody is named yet. */
export async function sealPointer({ vault }: Asking<ConfidentialTables>, handover: string, pointer: Pointer) {
  const owner = pointer.person ?? pointer.ticket!;
  return { key_owner_id: owner, pointer: await vault.seal(placeOf(handover, owner), JSON.stringify(pointer)) };
}

/** Opens a pointer; the look is written down among the protected looks. */
export const openPointer = async (
  { vault }: Asking<ConfidentialTables>, row: { id: string; key_owner_id: string; pointer: Buffer },
): Promise<Pointer> => JSON.parse(await vault.open(placeOf(row.id, row.key_owner_id), row.pointer)) as Pointer;
