import { randomFillSync } from 'node:crypto';
import { houseTime } from './time/house-clock.ts';

const BYTES = 16;
/** Drawn for some hundred identifiers at once: each draw costs as much as all the rest. */
const drawn = Buffer.alloc(256 * BYTES);
let next = drawn.length;

let lastAt = -1;
let counter = 0;

/**
 * A new identifier (UUID version 7: sorts by time), made by the app or the client; also the idempotency key.
 * Those made by one process in one millisecond sort in the order they were made (RFC 9562, a counter in rand_a).
 */
export function newId(at: number = houseTime().getTime()): string {
  if (next >= drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  const bytes = drawn.subarray(next, (next += BYTES));
  counter = at === lastAt ? (counter + 1) & 0xfff : bytes.readUInt16BE(6) & 0x3ff;
  lastAt = at;
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Is this text an identifier, in small letters? */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
