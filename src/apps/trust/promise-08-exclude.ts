import type pg from 'pg';
import '../web/sitemap.ts';
import { openWorlds } from './exclude/exclusion-worlds.ts';
import { lookAround } from './exclude/look-around.ts';
import { wholeHouse } from './exclude/whole-house.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const excludePromise: TrustPromise = {
  number: 8,
  name: 'exclude',
  title: 'whom she keeps out never sees, counts, finds, opens in an emergency or hears of her file, whatever else was granted',
  run: async (kit) => {
    const many = kit.rounds(150, 50_000);
    const found = await withOwner(kit, (owner) => worlds(kit, owner, many));
    const asked = await wholeHouse();
    return noneOf('things found or missed', found.cells + asked.cells, [...found.faults, ...asked.faults], many,
      [`${many} random worlds, ${found.keptOut} times somebody kept out looked, ${asked.cells} questions to the house by those kept out`]);
  },
  plantedFault: (kit) => withOwner(kit, async (owner) => {
    const [kept] = (await owner.query(`select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'file_excluded'`)).rows;
    await owner.query('alter policy file_excluded on confidential.file using (network_id is not null)');
    try {
      return (await worlds(kit, owner, 30)).faults.some((fault) => fault.includes('kept out finds the file'));
    } finally {
      await owner.query(`alter policy file_excluded on confidential.file using (${kept.using})`);
    }
  }),
};

const PER_NETWORK = 500;

async function worlds(kit: Kit, owner: pg.Client, many: number): Promise<{ cells: number; keptOut: number; faults: string[] }> {
  const { house } = await kit.hadina();
  const sum = { cells: 0, keptOut: 0, faults: [] as string[] };
  for (let left = many; left > 0; left -= PER_NETWORK) {
    const found = await lookAround(house, await openWorlds(owner, kit.random, Math.min(left, PER_NETWORK)));
    sum.cells += found.cells;
    sum.keptOut += found.keptOut;
    sum.faults.push(...found.faults);
  }
  return sum;
}
