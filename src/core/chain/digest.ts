import { createHash } from 'node:crypto';

const columns = [
  'network_id', 'id', 'hub_id', 'account_id', 'person_actor_id', 'typed_for', 'app', 'action', 'name', 'subject_id',
  'person_id', 'organization_id', 'compartment', 'body', 'key', 'input_hash', 'xid',
] as const;

/**
 * The SQL that turns an event row into its 32-byte digest. Every stored column counts, in a fixed order, written as PostgreSQL
 * writes a row: with quotes where needed, so that moving a character between two columns changes the digest too. The time counts
 * in microseconds, the same in every time zone. One text per row is what the walk can afford.
 */
export const sealDigest = (row: string): string => `sha256(convert_to(row(${columns
  .map((column) => `${row}.${column}`)
  .join(', ')}, (extract(epoch from ${row}.at) * 1000000)::bigint)::text, 'UTF8'))`;

/** The next link of the chain. */
export const link = (before: Buffer, digest: Buffer): Buffer => createHash('sha256').update(before).update(digest).digest();

/** Where every chain begins: the network's own id, so that two networks never share a chain. */
export const firstLink = (network: string): Buffer => createHash('sha256').update(`hadina chain ${network}`).digest();
