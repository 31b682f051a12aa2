import type { LedgerRefusal } from '../refuse.ts';

/** What an entry of the journal is. `expire` is written by the ledger alone. */
export type EntryKind = 'move' | 'reverse' | 'reserve' | 'post' | 'void' | 'expire';

interface Asked {
  /** UUID made by whoever asks: the same key never moves anything twice. */
  readonly key: string;
  /** Why, as a code of whoever asks (60 letters at most). */
  readonly reason?: string;
}

/** Moves an amount, in minor units, from one account to another of the same book. */
export interface Move extends Asked { readonly kind: 'move'; readonly from: string; readonly to: string; readonly amount: number }
/** Gives back of an earlier transfer: all of it, or a part; never more than is left of it. */
export interface Reverse extends Asked { readonly kind: 'reverse'; readonly of: number; readonly amount?: number }
/** Keeps an amount ready for another account until a time. */
export interface Reserve extends Asked { readonly kind: 'reserve'; readonly from: string; readonly to: string; readonly amount: number; readonly until: Date }
/** Moves what was reserved, or a part of it; the rest is free again. */
export interface Post extends Asked { readonly kind: 'post'; readonly of: number; readonly amount?: number }
/** Lets go what was reserved. */
export interface Void extends Asked { readonly kind: 'void'; readonly of: number }

export type Command = Move | Reverse | Reserve | Post | Void;

/** A command with the one who asks it; keys of two callers never meet. */
export interface CalledCommand { readonly caller: string; readonly command: Command }

/** The number of the entry, and whether it stood there before this call; or why nothing moved. */
export type Answer = { readonly number: number; readonly before: boolean } | { readonly refused: LedgerRefusal };
