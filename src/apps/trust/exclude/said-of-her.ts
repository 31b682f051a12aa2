import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** The ids of everything that was written of a file: none may reach whom she keeps out. */
export async function addressesOf({ house }: World, file: string): Promise<string[]> {
  const rows = await ownerQuery<{ id: string }>(house,
    `select id from confidential.exclusion where file_id = $1 union all select id from confidential.file_grant where file_id = $1
     union all select h.id from confidential.handover h join confidential.exclusion x on x.handover_mark = h.mark where x.file_id = $1`, [file]);
  return rows.map(({ id }) => id);
}
