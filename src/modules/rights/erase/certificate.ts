import type { RequestTable } from '../rights-tables.ts';

/** What the house certifies, as it is signed. */
export interface ErasureCertificate {
  readonly kind: 'hadina-erasure';
  readonly version: 1;
  readonly network: string;
  readonly hub: string;
  readonly request: string;
  readonly basis: 'asked' | 'retention';
  readonly asked_at: string;
  readonly decided_at: string;
  readonly erased_at: string;
  /** Numbers of her files; they name nobody any more. */
  readonly persons: readonly string[];
  /** Whose keys were destroyed. */
  readonly keys: readonly string[];
}

interface Erased {
  readonly network: string;
  readonly row: Pick<RequestTable, 'id' | 'hub_id' | 'basis' | 'asked_at' | 'answered_at'>;
  readonly group: readonly string[];
  readonly keys: readonly string[];
  readonly now: Date;
}

/** The text of a certificate, exactly as it is signed; it holds no name. */
export function certificateOf({ network, row, group, keys, now }: Erased): string {
  const said: ErasureCertificate = {
    kind: 'hadina-erasure', version: 1, network, hub: row.hub_id, request: row.id, basis: row.basis, asked_at: row.asked_at.toISOString(),
    decided_at: row.answered_at!.toISOString(), erased_at: now.toISOString(), persons: group, keys,
  };
  return JSON.stringify(said);
}

/** Is this what a certificate of erasure says? Anything else that was signed, or written by hand, is not. */
export function isErasureCertificate(said: unknown): said is ErasureCertificate {
  const given = said as Partial<ErasureCertificate> | null;
  return given?.kind === 'hadina-erasure' && given.version === 1 && typeof given.network === 'string' && Array.isArray(given.persons) && Array.isArray(given.keys);
}
