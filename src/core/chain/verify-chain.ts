import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { ChainPlace } from './chain-place.ts';
import { firstLink, link, sealDigest } from './digest.ts';
import type { PublishedHead } from './heads-file.ts';
import { isSigned } from './signing.ts';

/** What the walk found: the number of links, and the first place where record and seal disagree. */
export interface Verdict {
  readonly network: string;
  readonly events: bigint;
  readonly broken: { readonly seq: bigint; readonly event: string | null; readonly fault: Fault } | null;
}

export type Fault =
  | 'event-changed' | 'event-missing' | 'event-unsealed' | 'event-slipped-in' | 'link-changed' | 'gap'
  | 'head-differs' | 'tail-cut' | 'head-not-ours';

const PAGE = 5_000;

interface Row { seq: bigint; event_id: string; hash: Buffer; digest: Buffer | null; xid: string }

/**
 * Walks one network's chain from its first event to its last and names the first link that does not hold.
 * `published` are heads kept outside the database; they show a tail that was cut off together with its seals.
 */
export async function verifyChain(
  pool: pg.Pool, key: KeyObject, network: string, published: readonly PublishedHead[] = [], place: ChainPlace = 'core',
): Promise<Verdict> {
  const heads = new Map<bigint, Buffer[]>();
  for (const head of [...published, ...(await storedHeads(pool, network, place))]) {
    if (head.network !== network || head.place !== place) continue;
    if (!isSigned(key, network, head.seq, head.hash, head.signature)) return broken(network, head.seq, null, 'head-not-ours', 0n);
    heads.set(head.seq, [...(heads.get(head.seq) ?? []), head.hash]);
  }
  // Read before the walk: the sealer goes on meanwhile, so the walk may find more links, never fewer.
  const end = await endOfChain(pool, network, place);
  if (end && end.seq > 0n) heads.set(end.seq, [...(heads.get(end.seq) ?? []), end.hash]);
  let hash = firstLink(network);
  let seq = 0n;
  let xid = 0n;
  // The next page is asked for while this one is hashed: the database and this process work side by side.
  let coming = page(pool, network, place, 0n);
  for (;;) {
    const rows = await coming;
    if (rows.length === PAGE) coming = ahead(page(pool, network, place, seq + BigInt(PAGE)));
    for (const row of rows) {
      seq++;
      if (row.seq !== seq) return broken(network, seq, row.event_id, 'gap', seq - 1n);
      if (!row.digest) return broken(network, seq, row.event_id, 'event-missing', seq - 1n);
      hash = link(hash, row.digest);
      if (!hash.equals(row.hash)) return broken(network, seq, row.event_id, await whichFault(pool, network, place, rows, row), seq - 1n);
      if (heads.get(seq)?.some((head) => !head.equals(hash))) return broken(network, seq, row.event_id, 'head-differs', seq - 1n);
      // The sealer takes events in the order of their transactions; one that goes back was written after its time.
      if (BigInt(row.xid) < xid) return broken(network, seq, row.event_id, 'event-slipped-in', seq - 1n);
      xid = BigInt(row.xid);
    }
    if (rows.length < PAGE) break;
  }
  const furthest = [...heads.keys()].reduce((a, b) => (a > b ? a : b), 0n);
  if (furthest > seq) return broken(network, furthest, null, 'tail-cut', seq);
  const unsealed = await longUnsealed(pool, network, place, xid);
  if (unsealed) return broken(network, seq + 1n, unsealed, 'event-unsealed', seq);
  return { network, events: seq, broken: null };
}

/** A page asked for ahead may never be awaited, when the walk ends before it. */
const ahead = (rows: Promise<Row[]>): Promise<Row[]> => {
  rows.catch(() => {});
  return rows;
};

const broken = (network: string, seq: bigint, event: string | null, fault: Fault, events: bigint): Verdict => ({
  network, events, broken: { seq, event, fault },
});

async function page(pool: pg.Pool, network: string, place: ChainPlace, after: bigint): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select s.seq, s.event_id, s.hash, e.xid::text as xid, case when e.id is null then null else ${sealDigest('e')} end as digest
     from ${place}.seal s left join ${place}.event e on e.network_id = s.network_id and e.id = s.event_id
     where s.network_id = $1 and s.seq > $2 order by s.seq limit ${PAGE}`,
    [network, after],
  );
  return rows;
}

async function storedHeads(pool: pg.Pool, network: string, place: ChainPlace): Promise<PublishedHead[]> {
  const { rows } = await pool.query<PublishedHead>(
    `select network_id as network, seq, hash, signature from ${place}.head where network_id = $1`, [network],
  );
  return rows.map((row) => ({ ...row, place }));
}

/** If the next link still follows from the stored hash, the link is sound and the event itself was changed. */
async function whichFault(pool: pg.Pool, network: string, place: ChainPlace, rows: readonly Row[], row: Row): Promise<Fault> {
  const next = rows.find(({ seq }) => seq === row.seq + 1n) ?? (await page(pool, network, place, row.seq))[0];
  if (!next?.digest) return 'event-changed';
  return link(row.hash, next.digest).equals(next.hash) ? 'event-changed' : 'link-changed';
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
