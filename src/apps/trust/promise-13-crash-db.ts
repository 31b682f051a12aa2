import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import '#modules/network/access.ts';
import '#modules/network/events.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import pg from 'pg';
import { openHadina, type OpenHadina } from '../open-hadina.ts';
import { withFolder } from './datadir/own-folder.ts';
import type { Kit } from './kit.ts';
import { killDatabase } from './ledger/kill-database.ts';
import { newTill, tillAt } from './ledger/open-till.ts';
import { payWithoutEnd } from './ledger/pay-without-end.ts';
import { emptyNotes, holdAgainst, shopHas } from './ledger/what-was-asked.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const RESTART_MS = 3_000;

export const crashDbPromise: TrustPromise = {
  number: 13,
  name: 'crash-db',
  title: 'kill -9 of the database in the middle of payments loses none that was acknowledged, makes none twice and leaves none half done; it comes back by itself',
  tooLongForAMinute: 'it kills a database of its own and waits until it is back, again and again',
  run: async (kit) => {
    const cycles = kit.rounds(2, 20, 200);
    const { faults, acknowledged, unanswered, restarts } = await withFolder((home) => killAndLook(kit, home, cycles));
    const restart = restarts.sort((a, b) => a - b)[restarts.length >> 1]!;
    // A quick run has two cycles: their times say little.
    if (kit.size !== 'quick' && restart > RESTART_MS) faults.push(`it came back in ${Math.round(restart)} ms`);
    return noneOf('payments lost, doubled or half done', acknowledged + unanswered, faults, cycles * 20, [`${cycles} times killed; ${acknowledged} payments acknowledged, ${unanswered} unanswered and asked again; came back in ${Math.round(restart)} ms (middle)`]);
  },
  // A database that says done before its log is written.
  plantedFault: (kit) => withFolder(async (home) => (await killAndLook(kit, home, 4, 'off')).faults.length > 0),
};

/** Opens a house on the folder, lets it pay, kills its database and holds the books against what callers wrote down; so many times. */
async function killAndLook(kit: Kit, home: string, cycles: number, waits: 'on' | 'off' = 'on'): Promise<{ faults: string[]; acknowledged: number; unanswered: number; restarts: number[] }> {
  const found = { faults: [] as string[], acknowledged: 0, unanswered: 0, restarts: [] as number[] };
  const open = () => openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  let hadina = await open();
  try {
    const network = newId();
    await act(hadina.house, consoleActor(network), openNetwork, { names: { en: 'Test network' }, countries: ['TN'], demo: false });
    const place = await newTill(hadina.house, network, 500_000_000);
    await waitForDisk(hadina, waits);
    await hadina.close();
    hadina = await open();
    let has = 0;
    for (let n = 0; n < cycles && !(waits === 'off' && found.faults.length); n++) {
      const notes = emptyNotes();
      const paying = payWithoutEnd(tillAt(hadina.house, place), notes, { until: () => false });
      const least = 20 + kit.random.below(200);
      const began = performance.now();
      while (notes.told.size < least && performance.now() - began < 30_000) await new Promise((go) => setTimeout(go, 5));
      await killDatabase(hadina);
      await paying;
      await hadina.close().catch(() => {});
      const since = performance.now();
      hadina = await open();
      const till = tillAt(hadina.house, place);
      await shopHas(till);
      found.restarts.push(performance.now() - since);
      const held = await holdAgainst(till, notes, has);
      has = held.has;
      found.faults.push(...held.faults.map((fault) => `after kill ${n + 1}: ${fault}`));
      found.acknowledged += notes.told.size;
      found.unanswered += held.unanswered;
    }
    return found;
  } finally {
    await hadina.close();
  }
}

async function waitForDisk({ house }: OpenHadina, waits: 'on' | 'off'): Promise<void> {
  if (waits === 'on') return;
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  await owner.query('alter role hadina_app set synchronous_commit = off');
  await owner.end();
}
