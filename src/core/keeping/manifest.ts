import { z } from 'zod';

const table = z.strictObject({
  /** `schema.table`, as SQL writes it. */
  name: z.string(),
  columns: z.array(z.string()),
  /** By what its rows were read, so that the same rows give the same hash anywhere. */
  order: z.array(z.string()),
});
const counted = table.extend({ rows: z.number().int(), sha256: z.string() });
const opening = z.strictObject({
  format: z.literal('hadina-backup'),
  version: z.literal(1),
  /** `data` is everything but keys; `keys` is the key store, which is never part of a data backup. */
  kind: z.enum(['data', 'keys']),
  takenAt: z.string(),
  hadina: z.string(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ number: z.number(), name: z.string(), checksum: z.string() })),
  /** The layout of the job table, which brings migrations of its own. */
  jobs: z.number().nullable(),
  /** Fingerprint of the master key that belongs to these rows. */
  master: z.string(),
  /** Above every transaction number in the register. */
  nextTransaction: z.string().regex(/^\d+$/),
  tables: z.array(table),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Where each chain ended: a restored register must end there too. */
  heads: z.array(z.strictObject({ place: z.enum(['core', 'confidential']), network: z.string(), seq: z.string(), hash: z.string() })),
});

/** What stands first in a backup: what it is, and which tables follow. */
export const openingShape = opening;
export type Opening = z.infer<typeof opening>;
/** What stands last: the same, with how many rows each table has and their hash. */
export const manifestShape = opening.extend({
  tables: z.array(counted),
  /** In a data backup: whose keys there were and which were destroyed, never a key. */
  known: counted.nullable(),
});
export type Manifest = z.infer<typeof manifestShape>;
export type KeptTable = z.infer<typeof table>;
export type CountedTable = z.infer<typeof counted>;
