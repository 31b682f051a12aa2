import { sql } from 'kysely';
import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { query } from '../rights.ts';

/** How many are proposed at once. */
export const mostProposed = 100;

interface Ended {
  readonly person: string;
  readonly hub: string;
  readonly last: Date;
  readonly months: number;
}

/**
 * Whose time of keeping is over at a hub: nothing happened with her there for as many months as its bodies say (the longest counts), and
 * no erasure of hers waits or was done. Where no body said how long, nothing is over.
 */
export async function endedAt(tx: AnyTx, network: string, now: Date): Promise<readonly Ended[]> {
  const { rows } = await sql<Ended>`select e.person_id as person, e.hub_id as hub, max(e.at) as last, c.months
    from core.event e join (select hub_id, max(retention_months) as months from network.controller where network_id = ${network} group by hub_id) c on c.hub_id = e.hub_id
    where e.network_id = ${network} and e.person_id is not null
      and not exists (select from rights.request r where r.network_id = e.network_id and r.person_id = e.person_id and r.kind = 'erase' and r.state in ('open', 'decided', 'erased'))
    group by e.person_id, e.hub_id, c.months
    having max(e.at) < ${now}::timestamptz - make_interval(months => c.months::int)
    order by last, person limit ${mostProposed}`.execute(tx);
  return rows;
}

/** The list before anything is done: no name, only where, since when and for how long it was to be kept. */
export const endedRetention = query({
  name: 'ended-retention',
  says: 'Shows for whom the time of keeping is over.',
  input: z.strictObject({}),
  run: async ({ tx, network, now }) => {
    const hubs = new Map((await hubsOf(tx)).map(({ id, names }) => [id, names]));
    return { ended: (await endedAt(tx, network, now)).map((each) => ({ ...each, hubNames: hubs.get(each.hub) ?? null })) };
  },
});
