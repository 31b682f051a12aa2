import { setTimeout as wait } from 'node:timers/promises';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** Waits so many milliseconds at most until every event of a network has its seal; gives how many still have none. */
export async function unsealed({ house, network }: World, patience: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const [row] = await ownerQuery<{ open: number }>(house, 'select count(*)::int as open from core.event e where e.network_id = $1 and not exists (select from core.seal s where s.network_id = e.network_id and s.event_id = e.id)', [network]);
    if (row!.open === 0 || performance.now() - began > patience) return row!.open;
    await wait(200);
  }
}
