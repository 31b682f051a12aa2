import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { openBytes, type Place, sealBytes } from './envelope.ts';

const KEY_BYTES = 32;
// The fixed beginning of an X25519 key in DER; the 32 bytes of the key follow (RFC 8410).
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The two halves of a letter box, 32 bytes each: `public` seals, `secret` opens. */
export interface BoxKeys {
  readonly public: Buffer;
  readonly secret: Buffer;
}

/** A new letter box (X25519). */
export function newBox(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { public: rawPublic(publicKey), secret: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES) };
}

/**
 * Seals bytes to the public half of a letter box: a key pair made for this one letter agrees on a key with the box, the letter's
 * secret half is forgotten at once, and whoever sealed it cannot open it again. Result: the letter's public half, then the envelope.
 */
export function sealLetter(box: Buffer, place: Place, plain: Buffer): Buffer {
  const own = generateKeyPairSync('x25519');
  const from = rawPublic(own.publicKey);
  return Buffer.concat([from, sealBytes(agreedKey(own.privateKey, asPublic(box), from, box), place, plain)]);
}

/** Opens a letter with both halves of its box; throws when the box, the place or a single bit is wrong. */
export function openLetter(box: BoxKeys, place: Place, letter: Buffer): Buffer {
  const from = letter.subarray(0, KEY_BYTES);
  const secret = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, box.secret]), format: 'der', type: 'pkcs8' });
  return openBytes(agreedKey(secret, asPublic(from), from, box.public), place, letter.subarray(KEY_BYTES));
}

/** Both public halves go into the key, so that a letter cannot be passed on to another box. */
const agreedKey = (secret: KeyObject, other: KeyObject, from: Buffer, to: Buffer): Buffer =>
  Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey: secret, publicKey: other }), Buffer.concat([from, to]), 'hadina letter', KEY_BYTES),
  );

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);

const asPublic = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' });
