import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** How many things have happened in a network, ordinary and protected. */
export async function countEvents({ house, network }: World): Promise<number> {
  const [row] = await ownerQuery<{ n: number }>(house,
    `select ((select count(*) from core.event where network_id = $1) + (select count(*) from confidential.event where network_id = $1))::int as n`, [network]);
  return row!.n;
}
