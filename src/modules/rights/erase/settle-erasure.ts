import { sql } from 'kysely';
import { z } from 'zod';
import { markFor } from '#core/crypto/person-marks.ts';
import { id } from '#core/input.ts';
import { action } from '../rights.ts';

/**
 * The last step of every erasure, the same for everybody: what else might open with a key is looked for by fingerprint and its key
 * destroyed. What it records does not tell whether there was anything.
 */
export const settleErasure = action({
  name: 'settle-erasure',
  says: 'Settles what is left after an erasure.',
  input: z.strictObject({ person: id() }),
  link: ({ person }, blind) => markFor(blind, 'protected-file', person),
  login: 'rights',
  remembers: false,
  run: async ({ tx, network, vault, record, blind }, { person }) => {
    const { rows } = await sql<{ id: string }>`select id from confidential.file where network_id = ${network} and mark = ${markFor(blind, 'protected-file', person)}`.execute(tx);
    await vault.erase({ files: rows.map((row) => row.id) });
    await record({ name: 'erasure-settled', subject: person, hub: null, body: {} });
    return { person };
  },
});
