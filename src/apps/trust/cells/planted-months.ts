import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { receivedBefore, type Visit } from '#tests/fixtures/past-events.ts';
import type { Random } from '../random.ts';

/** One visit as it was planted: the truth that the tables are held against. */
export interface Planted {
  readonly month: string;
  readonly hub: string;
  readonly region: string;
  readonly person: string;
  readonly sex: string;
  readonly age_band: string;
  readonly territory: string;
}

/** A network of five hubs in three regions with months that are small on purpose, and those who read it from outside. */
export interface PlantedTown {
  readonly world: World;
  readonly planted: readonly Planted[];
  readonly hubs: readonly { readonly hub: string; readonly region: string }[];
  readonly months: readonly string[];
  readonly readers: { readonly network: readonly Actor[]; readonly regions: ReadonlyMap<string, Actor> };
}

const regions = ['TN-43', 'TN-53', 'TN-11'] as const;
export const sexes = ['female', 'male', 'unknown'] as const;
export const ages = ['18-24', '25-34', '35-44', 'unknown'] as const;
export const territories = ['TN-43', 'TN-53', 'TN-11', 'TN-21'] as const;

/** The closed months before this one, the newest last ("2026-10"). */
function closedMonths(count: number): string[] {
  const now = new Date();
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count + i, 1)).toISOString().slice(0, 7));
}

/** Plants such a network: some go to two hubs, some come twice, most groups are rare. */
export async function plantMonths(random: Random, months: number): Promise<PlantedTown> {
  const world = await openHub({ territory: regions[0], demo: true });
  const worlds = [world];
  for (const territory of [regions[0], regions[1], regions[1], regions[2]]) worlds.push(await world.secondHub({ territory }));
  const hubs = worlds.map(({ hub }, i) => ({ hub, region: [regions[0], regions[0], regions[1], regions[1], regions[2]][i]! }));
  const planted: Planted[] = [];
  const mostly = <T>(list: readonly T[]): T => (random.below(10) < 6 ? list[0]! : random.pick(list));
  for (const month of closedMonths(months)) for (const { hub, region } of hubs) {
    const many = random.once(3) ? random.below(6) : random.below(24);
    for (let n = 0; n < many; n++) {
      const who = { month, person: newId(), sex: mostly(sexes), age_band: mostly(ages), territory: random.once(4) ? random.pick(territories) : region };
      planted.push({ ...who, hub, region });
      if (random.once(12)) planted.push({ ...who, hub, region });
      if (random.once(12)) planted.push({ ...who, ...random.pick(hubs) });
    }
  }
  for (const at of worlds) {
    const officer = await at.as('desk_officer');
    const here = planted.filter(({ hub }) => hub === at.hub);
    await receivedBefore(at, officer, here.map(({ month, person, sex, age_band, territory }): Visit => ({ at: `${month}-10`, person, sex: sex as 'female', ageBand: age_band, territory })));
  }
  const admin = await world.as('network_admin');
  const coordinators = new Map<string, Actor>();
  for (const region of regions) coordinators.set(region, await world.as('regional_coordinator', { territory: region }));
  return {
    world, planted, hubs, months: closedMonths(months),
    readers: { network: [await world.as('donor_viewer'), await world.as('ministry_viewer'), admin], regions: coordinators },
  };
}
