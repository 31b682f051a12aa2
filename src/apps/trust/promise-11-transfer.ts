import '../web/sitemap.ts';
import type { OnTheMove } from '#tests/fixtures/on-the-move.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { checkLate, checkParcel, openMoving } from './transfer/parcels.ts';

const GUESSES = 1;
const PER_WORLD = 20;

/** The first pair of hubs, which the planted fault uses again. */
const first = (kit: Kit): Promise<OnTheMove> => kit.shared('two hubs and a move', async () => ({ value: await openMoving() }));

export const transferPromise: TrustPromise = {
  number: 11,
  name: 'transfer',
  title: 'what goes with somebody to another hub opens with her six words and that hub’s key together, holds only what she agreed to, and is gone after seven days',
  run: (kit) => withOwner(kit, async (owner) => {
    await kit.hadina();
    const parcels = kit.rounds(1, 60);
    let cases = 0;
    const faults: string[] = [];
    for (let done = 0; done < parcels; done += PER_WORLD) {
      const move = done === 0 ? await first(kit) : await openMoving();
      for (let n = done; n < Math.min(parcels, done + PER_WORLD); n++) {
        const found = await checkParcel(move, owner, kit.random, kit.rounds(GUESSES, 20));
        cases += found.cases;
        faults.push(...found.faults);
      }
      const late = await checkLate(move, owner);
      cases += late.cases;
      faults.push(...late.faults);
    }
    return noneOf('things opened, left over or taken along without her yes', cases, faults, parcels * (GUESSES + 12));
  }),
  plantedFault: (kit) => withOwner(kit, async (owner) => {
    await kit.hadina();
    const move = await first(kit);
    const [kept] = (await owner.query(`select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'piece_read' and polrelid = 'transfer.piece'::regclass`)).rows;
    // A piece that is read for as long as it lies there.
    await owner.query(`alter policy piece_read on transfer.piece using (${String(kept.using).replace(/until_at > now\(\)/, 'true')})`);
    try {
      return (await checkLate(move, owner)).faults.some((fault) => fault.includes('read after seven days'));
    } finally {
      await owner.query(`alter policy piece_read on transfer.piece using (${kept.using})`);
    }
  }),
};
