import '../web/sitemap.ts';
import { type FourEyesWorld, openFourEyes } from './four-eyes/decided-calls.ts';
import { tryAll } from './four-eyes/attempts.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const fourEyesPromise: TrustPromise = {
  number: 21,
  name: 'foureyes',
  title: 'whoever puts a selection or a grant forward never decides it, nor does kin; a claim of a shop is validated and paid by other eyes, never by who is tied to it; nobody signs for another, and nothing of it changes afterwards: PostgreSQL refuses, even to the house’s own login',
  run: async (kit) => {
    const rounds = kit.rounds(4, 200, 1_000);
    const world = await worldOf(kit);
    const faults: string[] = [];
    let tried = 0;
    for (let n = 0; n < rounds && faults.length < 10; n++) {
      const found = await tryAll(world, kit.random);
      tried += found.tried;
      faults.push(...found.faults);
    }
    return noneOf('attempts against four eyes that went through, or honest ones that did not', tried, faults, rounds * 20, [`${rounds} rounds as manager, funding officer, supervisors, declared kin and juror, each by SQL as the login of the house`]);
  },
  plantedFault: async (kit) => {
    const world = await worldOf(kit);
    return withOwner(kit, async (owner) => {
      await owner.query('alter table incubation.decision drop constraint decision_four_eyes');
      try {
        return (await tryAll(world, kit.random)).faults.some((fault) => fault.includes('whoever asked decides went through'));
      } finally {
        await owner.query('alter table incubation.decision add constraint decision_four_eyes check (decided_by <> asked_by)');
      }
    });
  },
};

async function worldOf(kit: Kit): Promise<FourEyesWorld> {
  await kit.hadina();
  return kit.shared('four-eyes', async () => ({ value: await openFourEyes() }));
}
