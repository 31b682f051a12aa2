import type { Place } from './crypto/envelope.ts';

/** A row as the database gives it. */
export type KeptRow = Readonly<Record<string, unknown>>;

/** Whose key opens a sealed value, and where the value lies. */
export interface Opening extends Place {
  readonly person: string;
}

/** What one table keeps of a person, declared by the module it belongs to: her answer to “what do you keep of me?” is made of these. */
export interface KeptTable {
  /** `schema.table`. */
  readonly table: string;
  /** Columns that name her; or the parent whose row is hers. */
  readonly hers?: readonly string[];
  readonly through?: { readonly column: string; readonly parent: string };
  /** The moment rows are ordered by. */
  readonly at?: string;
  /** Sealed columns and how each is opened; every other column of bytes is a fingerprint or a file and is left out. */
  readonly sealed?: Readonly<Record<string, (row: KeptRow) => Opening>>;
  /** Columns a person reads on paper, in their order; the others stand in the file for machines. */
  readonly shows: readonly string[];
}

/** A sealed column under the key of whoever this column of the same row names. */
export const sealedBy = (table: string, column: string, owner: string, row = 'id') => (kept: KeptRow): Opening =>
  ({ table, column, person: String(kept[owner]), row: String(kept[row]) });
