import { z } from 'zod';
import { openText, sealFor } from '../second-step/sealed.ts';

type Blind = (label: string, word: string) => Buffer;

const MINUTES = 10;

const shape = z.strictObject({ provider: z.uuid(), verifier: z.string(), nonce: z.string(), bound: z.string(), next: z.string(), at: z.number() });

/** What goes out with her and comes back: for which house, by which browser, and the secret that proves the code is ours. Sealed. */
export type OutsideState = z.output<typeof shape>;

const purpose = { label: 'outside-state', whose: 'door' } as const;

/** Seals what goes out with her, as the `state` of the address. */
export const sealState = (blind: Blind, state: OutsideState): string => sealFor(blind, purpose, Buffer.from(JSON.stringify(state))).toString('base64url');

/** Opens what came back: ours, of this browser and not older than ten minutes; else null. */
export async function openState(blind: Blind, sealed: string, bound: string, now: Date): Promise<OutsideState | null> {
  const plain = await openText(blind, purpose, sealed);
  const state = plain && shape.safeParse(JSON.parse(plain.toString('utf8'))).data;
  return state && state.bound === bound && now.getTime() - state.at <= MINUTES * 60_000 ? state : null;
}
