import type pg from 'pg';
import type { ChainPlace } from './chain-place.ts';
import { link, sealDigest } from './digest.ts';
import { broken, type Fault, type Heads, type Verdict } from './verdict.ts';

const PAGE = 5_000;

interface Chain {
  readonly pool: pg.Pool;
  readonly network: string;
  readonly place: ChainPlace;
  readonly heads: Heads;
}

interface Row { seq: bigint; event_id: string; hash: Buffer; digest: Buffer | null; xid: string | null }

/** Walks row by row from a place that holds, and names the first link that does not. */
export async function findFault(chain: Chain, from: { seq: bigint; hash: Buffer; xid: bigint }): Promise<Verdict> {
  const { network, heads } = chain;
  let { seq, hash, xid } = from;
  for (;;) {
    const rows = await page(chain, seq);
    for (const row of rows) {
      seq++;
      if (row.seq !== seq) return broken(network, seq, row.event_id, 'gap', seq - 1n);
      if (!row.digest) return broken(network, seq, row.event_id, 'event-missing', seq - 1n);
      hash = link(hash, row.digest);
      if (!hash.equals(row.hash)) return broken(network, seq, row.event_id, await whichFault(chain, rows, row), seq - 1n);
      if (heads.get(seq)?.some((head) => !head.equals(hash))) return broken(network, seq, row.event_id, 'head-differs', seq - 1n);
      // The sealer takes events in the order of their transactions; one that goes back was written after its time.
      if (BigInt(row.xid!) < xid) return broken(network, seq, row.event_id, 'event-slipped-in', seq - 1n);
      xid = BigInt(row.xid!);
    }
    if (rows.length < PAGE) return { network, events: seq, broken: null };
  }
}

async function page({ pool, network, place }: Chain, after: bigint): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select s.seq, s.event_id, s.hash, e.xid::text as xid, case when e.id is null then null else ${sealDigest('e')} end as digest
     from ${place}.seal s left join ${place}.event e on e.network_id = s.network_id and e.id = s.event_id
     where s.network_id = $1 and s.seq > $2 order by s.seq limit ${PAGE}`,
    [network, after],
  );
  return rows;
}

/** If the next link still follows from the stored hash, the link is sound and the event itself was changed. */
async function whichFault(chain: Chain, rows: readonly Row[], row: Row): Promise<Fault> {
  const next = rows.find(({ seq }) => seq === row.seq + 1n) ?? (await page(chain, row.seq))[0];
  if (!next?.digest) return 'event-changed';
  return link(row.hash, next.digest).equals(next.hash) ? 'event-changed' : 'link-changed';
}
