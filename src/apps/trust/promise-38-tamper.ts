import type pg from 'pg';
import { readHeads } from '#core/chain/heads-file.ts';
import { verifyChain } from '#core/chain/verify-chain.ts';
import type { OpenHadina } from '../open-hadina.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import type { TrustPromise } from './promise.ts';
import { longChain } from './tamper/long-chain.ts';
import { tamperWays } from './tamper/tamper-ways.ts';

const EVENTS = 300;
const LEAST_ROWS_A_SECOND = 100_000;

export const tamperPromise: TrustPromise = {
  number: 38,
  name: 'tamper',
  title: 'whoever edits, deletes, inserts, reorders, cuts or rewrites what happened is found; the walk is fast',
  run: async (kit) => {
    const hadina = await kit.hadina();
    const places = kit.rounds(90, 1_000);
    const unseen = await withOwner(kit, async (owner) => tamperAndVerify(kit, hadina, owner, await longChain(hadina, owner, EVENTS), places));
    const rate = await verifyRate(kit, hadina);
    return {
      cases: places, figure: `${places - unseen.length} of ${places} found, ${rate.toLocaleString('en')} rows/s`,
      ok: unseen.length === 0 && rate >= LEAST_ROWS_A_SECOND,
      notes: [...unseen.slice(0, 10), ...(rate < LEAST_ROWS_A_SECOND ? [`the walk must read ${LEAST_ROWS_A_SECOND.toLocaleString('en')} rows/s`] : [])],
    };
  },
  plantedFault: async (kit) => {
    // A change that leaves every byte as it was must not be "found", or the check would find everything.
    const hadina = await kit.hadina();
    return withOwner(kit, async (owner) => {
      const network = await longChain(hadina, owner, 20);
      const pool = owner as unknown as pg.Pool;
      const heads = await readHeads(hadina.sealer.headsFile!);
      const sound = (await verifyChain(pool, hadina.signing, network, heads)).broken === null;
      // Taken back: other promises walk every chain of this house after this one.
      await owner.query('begin');
      await owner.query(`update core.event set name = 'desk.ticket-closed' where network_id = $1 and (body ->> 'number')::int = 7`, [network]);
      const { broken } = await verifyChain(pool, hadina.signing, network, heads);
      await owner.query('rollback');
      return sound && broken?.fault === 'event-changed';
    });
  },
};

async function tamperAndVerify(kit: Kit, hadina: OpenHadina, owner: pg.Client, network: string, places: number): Promise<string[]> {
  const heads = (await readHeads(hadina.sealer.headsFile!)).filter((head) => head.network === network);
  const ways = Object.entries(tamperWays);
  const unseen: string[] = [];
  for (let i = 0; i < places; i++) {
    const [name, tamper] = ways[i % ways.length]!;
    await owner.query('begin');
    try {
      await tamper({ owner, network, events: EVENTS, random: kit.random });
      const { broken } = await verifyChain(owner as unknown as pg.Pool, hadina.signing, network, heads);
      if (!broken) unseen.push(`place ${i} (${name}) was not found`);
    } finally {
      await owner.query('rollback');
    }
  }
  return unseen;
}

/** Rows a second of the walk, the middle of three. */
async function verifyRate(kit: Kit, hadina: OpenHadina): Promise<number> {
  const events = kit.rounds(20_000, 100_000);
  const network = await withOwner(kit, (owner) => longChain(hadina, owner, events));
  const rates: number[] = [];
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    const verdict = await verifyChain(hadina.house.worker, hadina.signing, network);
    if (verdict.broken) throw new Error(`an untouched chain is broken: ${verdict.broken.fault}`);
    rates.push(Math.round((events / (performance.now() - began)) * 1_000));
  }
  return rates.sort((a, b) => a - b)[1]!;
}
