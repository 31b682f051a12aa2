import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed value lives; bound into the seal, so that a value moved to another row or column no longer opens. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** Nonces are drawn some hundred at once; each is used once and never again. */
const drawn = Buffer.alloc(256 * IV_BYTES);
let next = drawn.length;

function newNonce(): Buffer {
  if (next >= drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  return drawn.subarray(next, (next += IV_BYTES));
}

const associated = ({ table, column, row }: Place): Buffer => Buffer.from(`${table}|${column}|${row}`);

/** Seals bytes with AES-256-GCM under a 32-byte key; the result is version, nonce, tag, ciphertext. */
export function sealBytes(key: Buffer, place: Place, plain: Buffer): Buffer {
  const iv = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(associated(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/** Opens what `sealBytes` sealed; throws when the key, the place or a single bit is wrong. */
export function openBytes(key: Buffer, place: Place, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('Sealed with an unknown version');
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(associated(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
}
