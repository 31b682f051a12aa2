import { createHash } from 'node:crypto';

/** SHA-256 of a value in hexadecimal: the same whatever the order in which its parts are kept. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(inOrder(value)).digest('hex');

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one as object).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))) : one)) ?? 'null';

/** A number with its four decimals, as the table keeps it. */
export const exactly = (value: number | null): string | null => (value === null ? null : value.toFixed(4));
