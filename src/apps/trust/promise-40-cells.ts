import { withoutRule } from './cells/published.ts';
import { attackAll, type Published, readRoads, readTown } from './cells/read-town.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

/** Small networks, read by everybody from outside; read once in a run. */
const readAll = (kit: Kit): Promise<readonly Published[]> => kit.shared('months read from outside', async () => {
  await kit.hadina();
  const read: Published[] = [];
  for (let n = 0; n < kit.rounds(1, 12); n++) read.push(...await readTown(kit, kit.size === 'quick'));
  return { value: [...read, ...readRoads(kit, kit.rounds(1, 12))] };
});

const keptBack = ({ puzzle }: Published): number => [...puzzle.pages.values()].reduce((all, page) => all + [...page].filter(([, value]) => value === null).length, 0);

export const cellsPromise: TrustPromise = {
  number: 40,
  name: 'cells',
  title: 'nobody works out a small number from all that is published, however many put their pages together',
  run: async (kit) => {
    const all = await readAll(kit);
    const { attacks, recovered } = attackAll(kit, all, kit.rounds(300, 12_000, 60_000), 'puzzle');
    const without = attackAll(kit, all, 200, 'unprotected');
    const months = all.filter(({ town, what }) => town && what !== 'unmet needs');
    return noneOf('small numbers recovered', attacks, [...recovered, ...withoutRule()], 200, [
      `${months.length} months of ${new Set(months.map(({ town }) => town)).size} networks, read by anyone, donor, ministry, administrator and three coordinators on pages and boards, with targets of every place and two researchers’ extracts; ${all.length - months.length} tables of unmet needs and roads of calls; ${months.reduce((sum, one) => sum + keptBack(one), 0)} numbers kept back`,
      `where only small numbers were kept back and nothing beside them, ${without.recovered.length} of ${without.attacks} attacks recovered one`,
    ]);
  },
  // A house that keeps small numbers back and leaves the sums round them open.
  plantedFault: async (kit) => attackAll(kit, await readAll(kit), 200, 'unprotected').recovered.length > 0,
};
