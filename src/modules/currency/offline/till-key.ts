import { createDecipheriv, createECDH, createHash, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { boundText, type OfflineSale, PURPOSE } from './sale-text.input.ts';

type Blind = (label: string, word: string) => Buffer;

const CURVE = 'prime256v1';
/** A point of P-256 with both coordinates, as a browser gives it. */
const POINT_BYTES = 65;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The head of a P-256 public key in DER (RFC 5480), before its point. */
const HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** The half of the house's key to which digits are sealed; the other is made of the secret of the house and kept nowhere. */
function houseKey(blind: Blind) {
  const key = createECDH(CURVE);
  key.setPrivateKey(blind('offline-till', 'seal'));
  return key;
}

/** The key to which a till seals her card and digits, as a point in base64url. */
export const sealKey = (blind: Blind): string => houseKey(blind).getPublicKey('base64url');

/**
 * Opens what a till sealed for one sale: her card and her digits. Ephemeral key, nonce and AES-256-GCM, under a key agreed by ECDH and HKDF-SHA-256; the sale itself
 * is bound in. Nothing when it was sealed for another sale, to another house, or is no seal.
 */
export function openSeal(blind: Blind, sale: OfflineSale, sealed: string): { card: string; pin: string } | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const end = bytes.length - TAG_BYTES;
  try {
    const agreed = houseKey(blind).computeSecret(bytes.subarray(0, POINT_BYTES));
    const key = Buffer.from(hkdfSync('sha256', agreed, Buffer.alloc(0), PURPOSE, 32));
    const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(POINT_BYTES, POINT_BYTES + NONCE_BYTES)).setAAD(Buffer.from(boundText(sale))).setAuthTag(bytes.subarray(end));
    const [card, pin] = Buffer.concat([opened.update(bytes.subarray(POINT_BYTES + NONCE_BYTES, end)), opened.final()]).toString().split('\n');
    return card && pin ? { card, pin } : null;
  } catch {
    // A point off the curve, a seal cut short, a bit that was changed: none of them opens, and which it was helps only who tries.
    return null;
  }
}

/** Did the holder of this key sign this text? ECDSA over P-256 with SHA-256; a key or signature that is none signed nothing. */
export function signedBy(point: Buffer, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([HEAD, point]), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  } catch {
    // What is no point of the curve is no key.
    return false;
  }
}

/** The SHA-256 by which one sale names the one before it. */
export const sha256 = (of: string | Buffer): Buffer => createHash('sha256').update(of).digest();
