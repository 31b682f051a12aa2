import { randomBytes } from 'node:crypto';
import { openBytes, type Place, sealBytes } from './envelope.ts';
import { derive } from './master-key.ts';

/** The two chains of keys: of persons, and of protected files; no key of one opens anything of the other. */
export const keyChains = {
  ordinary: { table: 'hub_key', label: 'hub-keys' },
  protected: { table: 'protected_hub_key', label: 'protected-hub-keys' },
} as const;
export type KeyChain = keyof typeof keyChains;

const SALTED = 2;
const SALT_BYTES = 16;

const placeOf = (chain: KeyChain, hub: string): Place => ({ table: keyChains[chain].table, column: 'wrapped', row: hub });

/** Wraps the first key of a hub under the master key. */
export const wrapHubKey = (master: Buffer, chain: KeyChain, hub: string, key: Buffer): Buffer =>
  sealBytes(derive(master, keyChains[chain].label), placeOf(chain, hub), key);

/**
 * Wraps a hub's next key under a derivation of the master key that was never used before: whoever holds an earlier one opens nothing
 * of it. Result: 2, sixteen bytes of salt, the envelope.
 */
export function rewrapHubKey(master: Buffer, chain: KeyChain, hub: string, key: Buffer): Buffer {
  const salt = randomBytes(SALT_BYTES);
  return Buffer.concat([Buffer.of(SALTED), salt, sealBytes(salted(master, chain, salt), placeOf(chain, hub), key)]);
}

/** Opens a hub's key, however often it was replaced; throws for another hub, another chain or another master key. */
export function unwrapHubKey(master: Buffer, chain: KeyChain, hub: string, wrapped: Buffer): Buffer {
  if (wrapped[0] !== SALTED) return openBytes(derive(master, keyChains[chain].label), placeOf(chain, hub), wrapped);
  const salt = wrapped.subarray(1, 1 + SALT_BYTES);
  return openBytes(salted(master, chain, salt), placeOf(chain, hub), wrapped.subarray(1 + SALT_BYTES));
}

const salted = (master: Buffer, chain: KeyChain, salt: Buffer): Buffer =>
  derive(master, `${keyChains[chain].label}|${salt.toString('hex')}`);
