import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { sealDigest } from '#core/chain/digest.ts';
import { signHead } from '#core/chain/signing.ts';

/** Links every event of a network as the sealer of any version would have, by the rule alone, and publishes its head. */
export async function linkByHand(owner: pg.ClientBase, network: string, key: KeyObject): Promise<number> {
  const { rows } = await owner.query<{ id: string; digest: Buffer }>(`select e.id, ${sealDigest('e')} as digest from core.event e where network_id = $1 order by xid, id`, [network]);
  let hash = createHash('sha256').update(`hadina chain ${network}`).digest();
  const links = rows.map(({ id, digest }) => ({ id, hash: (hash = createHash('sha256').update(hash).update(digest).digest()) }));
  for (let at = 0; at < links.length; at += 20_000) {
    const some = links.slice(at, at + 20_000);
    await owner.query(
      `insert into core.seal (network_id, seq, event_id, hash) select $1, $2 + l.n, l.id, l.hash from unnest($3::uuid[], $4::bytea[]) with ordinality l (id, hash, n)`,
      [network, at, some.map(({ id }) => id), some.map((link) => link.hash)]);
  }
  await owner.query('insert into core.chain (network_id, seq, hash) values ($1, $2, $3)', [network, links.length, hash]);
  await owner.query('insert into core.head (network_id, seq, hash, signature) values ($1, $2, $3, $4)', [network, links.length, hash, signHead(key, network, BigInt(links.length), hash)]);
  return links.length;
}
