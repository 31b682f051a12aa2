import type { AidState } from '../codes.ts';

/** Where an aid stands as people read it (SM-AID): what is written down, and what its wallet says about it. */
export type Standing = AidState | 'part_spent' | 'exhausted';

/** Tells the standing of an aid from its state, its amount and what is left of it. */
export function standingOf(state: AidState, amount: number, balance: number): Standing {
  if (state !== 'loaded') return state;
  return balance === 0 ? 'exhausted' : balance < amount ? 'part_spent' : 'loaded';
}
