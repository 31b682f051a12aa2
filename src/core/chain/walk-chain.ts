import { hash as digestOf } from 'node:crypto';
import type pg from 'pg';
import type { ChainPlace } from './chain-place.ts';
import { firstLink, sealDigest } from './digest.ts';
import { findFault } from './find-fault.ts';
import type { Heads, Verdict } from './verdict.ts';

const PAGE = 10_000;
const ASKED_AHEAD = 2;
const HASH_BYTES = 32;

/** A stretch of the chain in one row: all digests and all hashes side by side, so that the walk is not slowed by rows. */
interface Stretch {
  readonly many: number;
  readonly last: bigint | null;
  readonly digests: Buffer | null;
  readonly hashes: Buffer | null;
  /** No event is missing, none goes back behind an older transaction. */
  readonly sound: boolean | null;
  /** The transactions of its first and last event. */
  readonly first: string | null;
  readonly xid: string | null;
}

/** Walks the chain stretch by stretch; where something does not hold, looks at that stretch row by row and names it. */
export async function walk(pool: pg.Pool, network: string, place: ChainPlace, heads: Heads): Promise<Verdict & { xid: bigint }> {
  const chain = { pool, network, place, heads };
  let hash = firstLink(network);
  let seq = 0n;
  let xid = 0n;
  // The next stretches are asked for while this one is hashed: the database, on two connections, and this process work side by side.
  const ask = (n: number): Promise<Stretch> => ahead(stretch(pool, network, place, BigInt(n) * BigInt(PAGE)));
  const coming = Array.from({ length: ASKED_AHEAD }, (_, n) => ask(n));
  for (let n = 0; ; n++) {
    const found = await coming[n % ASKED_AHEAD]!;
    if (found.many === PAGE) coming[n % ASKED_AHEAD] = ask(n + ASKED_AHEAD);
    const after = isWhole(found, seq, xid) ? linkAll(found, hash, seq, heads) : null;
    if (!after) return { ...(await findFault(chain, { seq, hash, xid })), xid };
    hash = after;
    seq += BigInt(found.many);
    if (found.xid !== null) xid = BigInt(found.xid);
    if (found.many < PAGE) return { network, events: seq, broken: null, xid };
  }
}

/** No number and no event is missing, and no transaction goes back, within the stretch or behind the one before. */
const isWhole = ({ many, last, sound, first }: Stretch, seq: bigint, xid: bigint): boolean =>
  many === 0 || (sound === true && last! - seq === BigInt(many) && BigInt(first!) >= xid);

/** The hash after a stretch, or null when one of its links, or a head, does not hold. */
function linkAll({ many, digests, hashes }: Stretch, before: Buffer, seq: bigint, heads: Heads): Buffer | null {
  const pair = Buffer.alloc(HASH_BYTES * 2);
  before.copy(pair, 0);
  for (let i = 0; i < many; i++) {
    digests!.copy(pair, HASH_BYTES, i * HASH_BYTES, (i + 1) * HASH_BYTES);
    const next = digestOf('sha256', pair, 'buffer');
    if (next.compare(hashes!, i * HASH_BYTES, (i + 1) * HASH_BYTES) !== 0) return null;
    if (heads.size && heads.get(seq + BigInt(i + 1))?.some((head) => !head.equals(next))) return null;
    next.copy(pair, 0);
  }
  return Buffer.from(pair.subarray(0, HASH_BYTES));
}

async function stretch(pool: pg.Pool, network: string, place: ChainPlace, after: bigint): Promise<Stretch> {
  const { rows } = await pool.query<Stretch>(
    `select count(*)::int as many, max(seq) as last, string_agg(digest, ''::bytea order by seq) as digests,
       string_agg(hash, ''::bytea order by seq) as hashes, bool_and(sound) as sound, (array_agg(xid order by seq))[1]::text as first, (array_agg(xid order by seq desc))[1]::text as xid
     from (
       select s.seq, s.hash, e.xid, case when e.id is null then ''::bytea else ${sealDigest('e')} end as digest,
         e.id is not null and octet_length(s.hash) = ${HASH_BYTES} and e.xid >= lag(e.xid, 1, e.xid) over (order by s.seq) as sound
       from (select * from ${place}.seal where network_id = $1 and seq > $2 order by seq limit ${PAGE}) as s
       left join lateral (select * from ${place}.event where network_id = s.network_id and id = s.event_id offset 0) as e on true
     ) as page`,
    [network, after],
  );
  return rows[0]!;
}

/** A stretch asked for ahead may never be awaited, when the walk ends before it. */
const ahead = (coming: Promise<Stretch>): Promise<Stretch> => {
  coming.catch(() => {});
  return coming;
};
