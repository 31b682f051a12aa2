import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { signingKey } from '../chain/signing.ts';
import { derive } from './master-key.ts';

// Nothing else that this key signs begins so: a head can never be shown as a certificate.
const message = (body: string): Buffer => Buffer.from(`hadina certificate\n${body}`, 'utf8');

/** Signs the text of a certificate with the key that signs published heads. */
export const signCertificate = (master: Buffer, body: string): Buffer => sign(null, message(body), signingKey(derive(master, 'chain-heads')));

/** Was this text signed by this house, and not changed since? */
export const isCertified = (key: KeyObject, body: string, signature: Buffer): boolean => verify(null, message(body), createPublicKey(key), signature);
