import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { ChainPlace } from './chain-place.ts';
import type { PublishedHead } from './heads-file.ts';
import { isSigned } from './signing.ts';
import { broken, type Heads, type Verdict } from './verdict.ts';
import { walk } from './walk-chain.ts';

export type { Verdict } from './verdict.ts';

/**
 * Walks one network's chain from its first event to its last and names the first link that does not hold.
 * `published` are heads kept outside the database; they show a tail that was cut off together with its seals.
 */
export async function verifyChain(
  pool: pg.Pool, key: KeyObject, network: string, published: readonly PublishedHead[] = [], place: ChainPlace = 'core',
): Promise<Verdict> {
  const heads: Heads = new Map();
  for (const head of [...published, ...(await storedHeads(pool, network, place))]) {
    if (head.network !== network || head.place !== place) continue;
    if (!isSigned(key, network, head.seq, head.hash, head.signature)) return broken(network, head.seq, null, 'head-not-ours', 0n);
    heads.set(head.seq, [...(heads.get(head.seq) ?? []), head.hash]);
  }
  // Read before the walk: the sealer goes on meanwhile, so the walk may find more links, never fewer.
  const end = await endOfChain(pool, network, place);
  if (end && end.seq > 0n) heads.set(end.seq, [...(heads.get(end.seq) ?? []), end.hash]);
  const walked = await walk(pool, network, place, heads);
  if (walked.broken) return walked;
  const { events: seq, xid } = walked;
  const furthest = [...heads.keys()].reduce((a, b) => (a > b ? a : b), 0n);
  if (furthest > seq) return broken(network, furthest, null, 'tail-cut', seq);
  const unsealed = await longUnsealed(pool, network, place, xid);
  if (unsealed) return broken(network, seq + 1n, unsealed, 'event-unsealed', seq);
  return { network, events: seq, broken: null };
}

async function storedHeads(pool: pg.Pool, network: string, place: ChainPlace): Promise<PublishedHead[]> {
  const { rows } = await pool.query<PublishedHead>(
    `select network_id as network, seq, hash, signature from ${place}.head where network_id = $1`, [network],
  );
  return rows.map((row) => ({ ...row, place }));
}

/** Where the sealer says the chain ends. */
async function endOfChain(pool: pg.Pool, network: string, place: ChainPlace): Promise<{ seq: bigint; hash: Buffer } | undefined> {
  const { rows } = await pool.query<{ seq: bigint; hash: Buffer }>(`select seq, hash from ${place}.chain where network_id = $1`, [network]);
  return rows[0];
}

/** An event written behind the sealer: no newer than the newest link, yet in none. */
async function longUnsealed(pool: pg.Pool, network: string, place: ChainPlace, newest: bigint): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `select e.id from ${place}.event e where e.network_id = $1 and e.xid <= $2::text::xid8
       and not exists (select from ${place}.seal s where s.network_id = e.network_id and s.event_id = e.id)
     order by e.id limit 1`,
    [network, String(newest)],
  );
  return rows[0]?.id ?? null;
}
