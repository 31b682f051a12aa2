import type { Actor } from '#core/actor.ts';
import { bearerOf } from '../web/bearer.ts';
import type { Door } from '../web/door.ts';
import type { PlantedTown } from './planted-months.ts';
import { type CellName, type Group, groups } from './true-cells.ts';

/** What one reader was shown of a month: a number, or null for what is kept back. What was not asked is absent. */
export type Page = ReadonlyMap<CellName, number | null>;

interface Shown { readonly value: number | null; readonly kept: boolean }
interface Sheet {
  readonly totals: readonly { readonly indicator: string; readonly total: Shown }[];
  readonly divided: { readonly rows: readonly { readonly key: string; readonly shown: Shown }[]; readonly folded: boolean } | null;
}

const figure = 'persons-received';
const shownValue = ({ value, kept }: Shown): number | null => (kept ? null : value);

/**
 * Everything that somebody from outside is shown of a month, asked as a program asks: nobody, a donor, a ministry, an administrator, each coordinator.
 * `few`: of those who read the whole network one reads the figures and the next one the boards, a turn later each month.
 */
export async function readPublished(door: Door, town: PlantedTown, month: string, few = false): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  const { network } = town.readers;
  const turn = town.months.indexOf(month);
  const reads = (at: number, what: number) => !few || (turn + what) % network.length === at;
  pages.set('anyone', await readMonth(door, null, `public-figures?month=${month}`, town));
  for (const [at, reader] of network.entries()) if (reads(at, 0)) pages.set(`network ${at}`, await readMonth(door, reader, `desk-figures?over=network&to=${month}`, town));
  for (const [region, reader] of town.readers.regions) pages.set(region, await readMonth(door, reader, `desk-figures?over=region&to=${month}`, town, region));
  for (const [at, reader] of network.entries()) if (reads(at, 1)) pages.set(`boards of network ${at}`, await readBoards(door, reader, town, month));
  return pages;
}

interface Board {
  readonly figures: readonly { readonly indicator: string; readonly total: Shown }[];
  readonly places: { readonly rows: readonly { readonly key: string; readonly shown: Shown }[]; readonly folded: boolean };
  readonly hubs: readonly { readonly hub: string; readonly figures: Readonly<Record<string, Shown>> }[];
}

/** The board of the network and of each region, which whoever looks over the network may open. */
async function readBoards(door: Door, reader: Actor, { world, readers }: PlantedTown, month: string): Promise<Page> {
  const headers = await bearerOf(world, reader);
  const page = new Map<CellName, number | null>();
  for (const region of [undefined, ...readers.regions.keys()]) {
    const answer = await door.app.request(`http://localhost/api/v1/evidence/${region ? `region-board?region=${region}&` : 'network-board?'}month=${month}&indicator=${figure}`, { headers });
    if (answer.status !== 200) throw new Error(`the board of ${region ?? 'the network'} answers ${answer.status}`);
    const { figures, places, hubs } = await answer.json() as Board;
    page.set(region ? `region:${region}` : 'all', shownValue(figures.find(({ indicator }) => indicator === figure)!.total));
    for (const key of groups.territory) {
      const row = places.rows.find((one) => one.key === key);
      page.set(`${region ? `${region}/` : ''}territory=${key}`, row ? shownValue(row.shown) : places.folded ? null : 0);
    }
    for (const { hub, figures: ofHub } of hubs) if (ofHub[figure]) page.set(`hub:${hub}`, shownValue(ofHub[figure]));
  }
  return page;
}

async function readMonth(door: Door, reader: Actor | null, question: string, { world }: PlantedTown, region?: string): Promise<Page> {
  const headers = reader ? await bearerOf(world, reader) : {};
  const page = new Map<CellName, number | null>();
  const before = region ? `${region}/` : '';
  for (const by of ['hub', ...Object.keys(groups)]) {
    const answer = await door.app.request(`http://localhost/api/v1/evidence/${question}&by=${by}&indicator=${figure}`, { headers });
    if (answer.status !== 200) throw new Error(`${question} answers ${answer.status}`);
    const { totals, divided } = await answer.json() as Sheet;
    page.set(region ? `region:${region}` : 'all', shownValue(totals.find(({ indicator }) => indicator === figure)!.total));
    if (by === 'hub') for (const { key, shown } of divided!.rows) page.set(`hub:${key}`, shownValue(shown));
    else for (const key of groups[by as Group]) {
      const row = divided!.rows.find((one) => one.key === key);
      // A group that is not listed is nobody where nothing is kept back, and unknown where something is.
      page.set(`${before}${by}=${key}`, row ? shownValue(row.shown) : divided!.folded ? null : 0);
    }
  }
  return page;
}
