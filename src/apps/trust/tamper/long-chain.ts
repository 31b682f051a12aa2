import type pg from 'pg';
import { sealEvents } from '#core/chain/seal-events.ts';
import { newId } from '#core/id.ts';
import type { OpenHadina } from '../../open-hadina.ts';

/** Writes a network of this many invented events past row-level security and lets the sealer link them all; the head is published. */
export async function longChain({ sealer }: OpenHadina, owner: pg.Client, events: number): Promise<string> {
  const network = newId();
  await owner.query(
    `insert into core.event (network_id, id, at, hub_id, account_id, app, action, name, subject_id, compartment, body, input_hash)
     select $1, gen_random_uuid(), now() - make_interval(secs => n), gen_random_uuid(), gen_random_uuid(), 'web', 'desk.open-ticket',
       'desk.ticket-opened', gen_random_uuid(), 'C0', jsonb_build_object('number', n), sha256(n::text::bytea)
     from generate_series(1, $2::int) n`, [network, events]);
  await owner.query('analyze core.event');
  let sealed = 0;
  while (sealed < events) {
    const more = await sealEvents(sealer, 'core', true);
    if (more === 0) throw new Error(`the sealer stopped at ${sealed} of ${events} events`);
    sealed += more;
  }
  return network;
}
