import { sql } from 'kysely';
import { z } from 'zod';
import { markFor } from '#core/crypto/person-marks.ts';
import { choice, id } from '#core/input.ts';
import { action } from '../rights.ts';

/**
 * The last step of every erasure, the same for everybody: what else might open with a key is looked for by fingerprint and its key
 * destroyed, with the words in which somebody asked to read it. Where only the time of keeping was over, a file that is still open keeps its
 * key, and so does what was asked about it. What it records does not tell whether there was anything.
 */
export const settleErasure = action({
  name: 'settle-erasure',
  says: 'Settles what is left after an erasure.',
  input: z.strictObject({ person: id(), basis: choice(['asked', 'retention']).default('asked') }),
  link: ({ person }, blind) => markFor(blind, 'protected-file', person),
  login: 'rights',
  remembers: false,
  run: async ({ tx, network, vault, record, blind }, { person, basis }) => {
    const mark = markFor(blind, 'protected-file', person);
    const { rows } = await sql<{ id: string; open: boolean | null }>`select id, closed_at is null as open from confidential.file where network_id = ${network} and mark = ${mark}
      union all select id, null from confidential.key_request where network_id = ${network} and mark = ${mark}`.execute(tx);
    const goesOn = basis === 'retention' && rows.some(({ open }) => open);
    await vault.erase({ files: rows.filter(({ open }) => !goesOn || open === false).map((row) => row.id) });
    await record({ name: 'erasure-settled', subject: person, hub: null, body: {} });
    return { person };
  },
});
