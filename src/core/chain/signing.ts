import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

// RFC 8410: the fixed DER prefix of an Ed25519 private key, followed by its 32-byte seed.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that signs published heads, derived from the master key. */
export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

const message = (network: string, seq: bigint, hash: Buffer): Buffer => Buffer.from(`${network} ${seq} ${hash.toString('hex')}`);

/** Signs one head. */
export const signHead = (key: KeyObject, network: string, seq: bigint, hash: Buffer): Buffer => sign(null, message(network, seq, hash), key);

/** Is this head ours? Anyone with the public key can ask. */
export const isSigned = (key: KeyObject, network: string, seq: bigint, hash: Buffer, signature: Buffer): boolean =>
  verify(null, message(network, seq, hash), key.type === 'public' ? key : createPublicKey(key), signature);
