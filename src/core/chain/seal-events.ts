import { appendFile } from 'node:fs/promises';
import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { ChainPlace } from './chain-place.ts';
import { firstLink, link, sealDigest } from './digest.ts';
import { signHead } from './signing.ts';

const MOST_AT_ONCE = 2_000;
const HEAD_EVERY_MS = 10_000;

export interface Sealer {
  readonly pool: pg.Pool;
  readonly key: KeyObject;
  /** A file outside the database where heads are added, one per line. */
  readonly headsFile: string | null;
}

/**
 * Links every event that no open transaction can still precede (below the snapshot's xmin) to its network's chain, and
 * publishes a head where the last one is old (or at once, with `publish`). Returns how many were sealed. Running it twice
 * at once does no harm: the chain's row lock lets one through. A transaction is sealed whole, so an event no newer than the
 * last link was slipped in: it is never sealed, and `hadina verify` names it.
 */
export async function sealEvents(sealer: Sealer, place: ChainPlace = 'core', publish = false): Promise<number> {
  const { rows } = await sealer.pool.query<{ network_id: string }>(
    `${networks(place)} select n.network_id from n where n.network_id is not null
       and (exists (select from (${unsealed(place, 'n.network_id')}) e)
         or coalesce((select seq from ${place}.chain c where c.network_id = n.network_id), 0)
          > coalesce((select max(seq) from ${place}.head h where h.network_id = n.network_id), 0))`,
  );
  let sealed = 0;
  for (const { network_id } of rows) sealed += await sealNetwork(sealer, place, network_id, publish);
  return sealed;
}

/** Every network that has events, found by leaping from one to the next in the primary key. */
const networks = (place: ChainPlace): string => `with recursive n(network_id) as (
  (select network_id from ${place}.event order by network_id limit 1)
  union all
  select (select e.network_id from ${place}.event e where e.network_id > n.network_id order by e.network_id limit 1)
  from n where n.network_id is not null)`;

/** Below this no transaction is open any more. A restored register adds its base: its new server counts from the beginning. */
const settledBefore = `(select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + coalesce(max(r.transaction_base), 0))::text::xid8 from core.restored r)`;

/** The events of one network that are to be sealed now; the search begins at the newest link and does not read the past again. */
const unsealed = (place: ChainPlace, network: string): string => `
  select e.* from ${place}.event e
  where e.network_id = ${network} and e.xid < ${settledBefore}
    and e.xid > coalesce((select l.xid from ${place}.chain c
      join ${place}.seal s on s.network_id = c.network_id and s.seq = c.seq
      join ${place}.event l on l.network_id = s.network_id and l.id = s.event_id where c.network_id = ${network}), '0'::xid8)
    and not exists (select from ${place}.seal s where s.network_id = e.network_id and s.event_id = e.id)`;

async function sealNetwork({ pool, key, headsFile }: Sealer, place: ChainPlace, network: string, publish: boolean): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`insert into ${place}.chain (network_id, seq, hash) values ($1, 0, $2) on conflict do nothing`, [network, firstLink(network)]);
    const chain = await client.query<{ seq: bigint; hash: Buffer }>(`select seq, hash from ${place}.chain where network_id = $1 for update`, [network]);
    const events = await client.query<{ id: string; digest: Buffer }>(
      `select e.id, ${sealDigest('e')} as digest from (${unsealed(place, '$1')} order by e.xid fetch first ${MOST_AT_ONCE} rows with ties) e order by e.xid, e.id`, [network],
    );
    let { seq, hash } = chain.rows[0]!;
    const links = events.rows.map(({ id, digest }) => ({ id, seq: ++seq, hash: (hash = link(hash, digest)) }));
    if (links.length) {
      await client.query(
        `insert into ${place}.seal (network_id, seq, event_id, hash) select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[])`,
        [network, links.map((l) => l.seq), links.map((l) => l.id), links.map((l) => l.hash)],
      );
      await client.query(`update ${place}.chain set seq = $2, hash = $3 where network_id = $1`, [network, seq, hash]);
    }
    const head = await publishHead(client, key, place, network, seq, hash, publish);
    await client.query('commit');
    if (head && headsFile) await appendFile(headsFile, head, { mode: 0o600 });
    return links.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function publishHead(
  client: pg.PoolClient, key: KeyObject, place: ChainPlace, network: string, seq: bigint, hash: Buffer, now: boolean,
): Promise<string | null> {
  const { rows } = await client.query<{ newest: bigint | null; due: boolean }>(
    `select max(seq) as newest, coalesce(max(at) < now() - make_interval(secs => $2::float / 1000), true) as due from ${place}.head where network_id = $1`,
    [network, HEAD_EVERY_MS],
  );
  const { newest, due } = rows[0]!;
  if (seq <= (newest ?? 0n) || (!now && !due)) return null;
  const signature = signHead(key, network, seq, hash);
  await client.query(`insert into ${place}.head (network_id, seq, hash, signature) values ($1, $2, $3, $4) on conflict do nothing`, [network, seq, hash, signature]);
  return `${place} ${network} ${seq} ${hash.toString('hex')} ${signature.toString('base64url')}\n`;
}
