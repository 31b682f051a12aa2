import { createHash } from 'node:crypto';

/**
 * A stable UUID (version 5) for a part of an entry that has no row of its own, such as one language of a service:
 * HSDS wants an id on everything, and the same part must keep its id from one reading to the next.
 */
export function derivedId(of: string, part: string): string {
  const bytes = createHash('sha1').update(Buffer.from(of.replaceAll('-', ''), 'hex')).update(part).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
