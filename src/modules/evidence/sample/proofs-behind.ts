import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import { judged } from '../kept/judged.ts';
import type { KeptVersion } from '../kept/kept-indicators.ts';
import { cuts } from '../reading/cut.ts';

type Printed = Pick<EvidenceTables['evidence.printed_figure'], 'network_id' | 'hub_id' | 'from_month' | 'to_month' | 'cut' | 'cut_key'> & { readonly head: number };

/**
 * The ids of the events that a printed figure counted, in their order, with the digest that was printed beside it (SHA-256 of the ids
 * joined by commas, hexadecimal). `tx` is the login that counts: nobody is missing who is kept apart from the asker.
 */
export async function proofsBehind(tx: AnyTx, version: KeptVersion, { network_id: network, hub_id: hub, from_month, to_month, cut, cut_key, head }: Printed): Promise<{ ids: string[]; digest: string }> {
  const scope = { network, hub, period: { from: from_month, to: to_month }, by: cuts.find((one) => one === cut), upTo: head };
  const { rows } = await sql<{ id: string }>`with ${judged(version, scope)} select id from counted where ${cut_key}::text is null or key = ${cut_key}::text order by id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  return { ids, digest: createHash('sha256').update(ids.join(',')).digest('hex') };
}
