import type pg from 'pg';
import { sealEvents } from '#core/chain/seal-events.ts';
import { newId } from '#core/id.ts';
import type { OpenHadina } from '../../open-hadina.ts';

/** Writes a network of this many invented events past row-level security and lets the sealer link them all; the head is published. */
export async function longChain({ sealer }: OpenHadina, owner: pg.Client, events: number): Promise<string> {
  const network = newId();
  // Spread over the transactions of the past, as if each few had been written by one of them.
  const { past } = (await owner.query(`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 10 as past`)).rows[0];
  await owner.query(
    `insert into core.event (network_id, id, at, hub_id, account_id, app, action, name, subject_id, compartment, body, input_hash, xid)
     select $1, gen_random_uuid(), now() - make_interval(secs => n), gen_random_uuid(), gen_random_uuid(), 'web', 'desk.open-ticket',
       'desk.ticket-opened', gen_random_uuid(), 'C0', jsonb_build_object('number', n), sha256(n::text::bytea),
       (3 + n * $3::bigint / $2::int)::text::xid8
     from generate_series(1, $2::int) n`, [network, events, past]);
  await owner.query('analyze core.event');
  let sealed = 0;
  while (sealed < events) {
    const more = await sealEvents(sealer, 'core', true);
    if (more === 0) throw new Error(`the sealer stopped at ${sealed} of ${events} events`);
    sealed += more;
  }
  return network;
}
