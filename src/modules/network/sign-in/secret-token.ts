import { createHash, randomBytes } from 'node:crypto';

const NETWORK_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * A new token: its network, then 32 random bytes, in base64url. It carries its network so that looking it up is an ordinary
 * query under row-level security. Shown to its holder once; only the hash is kept.
 */
export function newToken(network: string): { token: string; hash: Buffer } {
  const token = Buffer.concat([Buffer.from(network.replaceAll('-', ''), 'hex'), randomBytes(SECRET_BYTES)]).toString('base64url');
  return { token, hash: tokenHash(token) };
}

/** The network a token names, or null when it is not a token of ours. */
export function networkOfToken(token: string): string | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, NETWORK_BYTES).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** SHA-256 of a token: 32 bytes. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
