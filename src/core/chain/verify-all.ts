import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import { chainPlaces } from './chain-place.ts';
import { readHeads } from './heads-file.ts';
import { type Sealer, sealEvents } from './seal-events.ts';
import { type Verdict, verifyChain } from './verify-chain.ts';

/** Seals what is open, then walks every chain of every network that is known here or from a published head. */
export async function verifyAll(worker: pg.Pool, sealer: Sealer, signing: KeyObject): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const place of chainPlaces) {
    while (await sealEvents(sealer, place, true));
    const published = await readHeads(sealer.headsFile!);
    const { rows } = await worker.query<{ network_id: string }>(`select network_id from ${place}.chain union select network_id from ${place}.head`);
    const known = new Set([...rows.map((row) => row.network_id), ...published.filter((head) => head.place === place).map((head) => head.network)]);
    for (const network of known) verdicts.push(await verifyChain(worker, signing, network, published, place));
  }
  return verdicts;
}
