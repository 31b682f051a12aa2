import { attackMonth, onlySmallKept } from './cells/attack.ts';
import { plantMonths, type PlantedTown } from './cells/planted-months.ts';
import { withoutRule } from './cells/published.ts';
import { type Page, readPublished } from './cells/read-published.ts';
import { additions, trueCells } from './cells/true-cells.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { openDoor } from './web/door.ts';

type Months = readonly { readonly town: PlantedTown; readonly month: string; readonly pages: ReadonlyMap<string, Page> }[];

/** Small networks, read month by month by everybody from outside; read once in a run. */
const readTowns = (kit: Kit): Promise<Months> => kit.shared('months read from outside', async () => {
  await kit.hadina();
  const read: { town: PlantedTown; month: string; pages: ReadonlyMap<string, Page> }[] = [];
  for (let n = 0; n < kit.rounds(1, 12); n++) {
    const town = await plantMonths(kit.random, kit.rounds(3, 6));
    const door = await openDoor(town.world);
    for (const month of town.months) read.push({ town, month, pages: await readPublished(door, town, month) });
  }
  return { value: read };
});

function attackAll(kit: Kit, months: Months, times: number, seen: (one: Months[number]) => ReadonlyMap<string, Page>) {
  const found = months.map((one) => {
    const truth = trueCells(one.town, one.month);
    return { one, ...attackMonth({ pages: seen(one), truth, additions: additions(one.town, truth) }, kit.random, Math.ceil(times / months.length)) };
  });
  return { attacks: found.reduce((sum, { attacks }) => sum + attacks, 0), recovered: [...new Set(found.flatMap(({ one, recovered }) => recovered.map((what) => `${one.month}: ${what}`)))] };
}

export const cellsPromise: TrustPromise = {
  number: 40,
  name: 'cells',
  title: 'nobody works out a small number from all that is published, however many put their pages together',
  run: async (kit) => {
    const months = await readTowns(kit);
    const { attacks, recovered } = attackAll(kit, months, kit.rounds(300, 12_000, 60_000), ({ pages }) => pages);
    const hidden = months.reduce((sum, { pages }) => sum + [...pages.values()].reduce((all, page) => all + [...page.values()].filter((value) => value === null).length, 0), 0);
    const without = attackAll(kit, months, 200, ({ pages, town, month }) => onlySmallKept(pages, trueCells(town, month)));
    const unruled = withoutRule().map((name) => `${name} publishes and has no rule`);
    return noneOf('small numbers recovered', attacks, [...recovered, ...unruled], 200, [
      `${months.length} months of ${new Set(months.map(({ town }) => town)).size} networks, read by anyone, donor, ministry, administrator and three coordinators, on pages and boards; ${hidden} numbers kept back`,
      `where only small numbers were kept back and nothing beside them, ${without.recovered.length} of ${without.attacks} attacks recovered one`,
    ]);
  },
  // A house that keeps small numbers back and leaves the sums round them open.
  plantedFault: async (kit) => attackAll(kit, await readTowns(kit), 200, ({ pages, town, month }) => onlySmallKept(pages, trueCells(town, month))).recovered.length > 0,
};
