import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { signingKey } from '../chain/signing.ts';
import { derive } from './master-key.ts';

// RFC 8410: the fixed DER prefix of an Ed25519 public key, followed by its 32 bytes.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
// Neither a head nor a certificate of erasure begins so: none of them can be shown as a receipt.
const message = (body: string): Buffer => Buffer.from(`hadina receipt\n${body}`, 'utf8');

/** A text as the house signed it: Ed25519 signature of 64 bytes, public key of 32. */
export interface SignedReceipt {
  readonly body: string;
  readonly signature: Buffer;
  readonly key: Buffer;
}

/** Signs the receipt of a figure with the key that signs published heads. */
export function signReceipt(master: Buffer, body: string): SignedReceipt {
  const key = signingKey(derive(master, 'chain-heads'));
  return { body, signature: sign(null, message(body), key), key: publicBytes(key) };
}

/** The 32 bytes by which others know a signing key. */
const publicBytes = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

/** The 32 bytes of this house's own. */
export const receiptKey = (master: Buffer): Buffer => publicBytes(signingKey(derive(master, 'chain-heads')));

/** The public key of these 32 bytes. */
export const publicKeyOf = (bytes: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });

/** Was this receipt signed by whoever holds this key, and not changed since? Needs nothing but the file. */
export const isReceipt = ({ body, signature, key }: SignedReceipt): boolean =>
  key.length === 32 && signature.length === 64 && verify(null, message(body), publicKeyOf(key), signature);
