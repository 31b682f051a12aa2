import { sealEvents } from '#core/chain/seal-events.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { Actor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import { checkCounted, countAnew, countWaiting } from '#modules/evidence/public.ts';
import { deskFigures, publicFigures } from '#modules/evidence/public.ts';
import { consoleActor } from '#modules/network/public.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const figuresPromise: TrustPromise = {
  number: 39,
  name: 'figures',
  title: 'every published number counts again from the events to the same, and carries its definition, its month and the seal it was read at',
  run: async (kit) => {
    const { world, months } = await town(kit, kit.rounds(300, 3_000));
    // Half is counted, half waits: both are read.
    const { cells, differing } = await checked(world);
    const faults = differing.map(({ figure, from, by, cell, read, counted }) => `${figure} ${from} ${by ?? ''} ${cell}: ${read} read, ${counted} counted`);
    const published = await publishedNumbers(world, months, faults);
    return noneOf('numbers that do not hold', cells + published, faults, 10, [`${published} published numbers of ${months.length} months counted a second time by plain SQL`]);
  },
  plantedFault: async (kit) => {
    const { world } = await town(kit, 120);
    await countWaiting(world.house.worker);
    const sound = (await checked(world)).differing.length === 0;
    await ownerQuery(world.house, `update evidence.counted_cell set units[array_position(keys, 'female')] = units[array_position(keys, 'female')] + 1 where network_id = $1 and level = 'network' and cut = 'sex' and 'female' = any (keys) and thing = 'identity'`, [world.network]);
    const { differing } = await checked(world);
    await countAnew(world.house.worker, world.network);
    return sound && differing.length > 0 && differing.every(({ by, cell, hub }) => by === 'sex' && cell.startsWith('female') && hub === null) && (await checked(world)).differing.length === 0;
  },
};

const checked = ({ house, network }: World) => inTransaction(house.report, beginFor(consoleActor(network), { readOnly: true }), (tx) => checkCounted(tx, network));

/** Two hubs of two regions, three closed months, some who came to both; the second half of them waits to be counted. */
async function town(kit: Kit, many: number): Promise<{ world: World; months: readonly string[] }> {
  const hadina = await kit.hadina();
  const world = await openHub({ demo: true, territory: 'TN-43' });
  const far = await world.secondHub({ territory: 'TN-53' });
  const officers: Actor[] = [await world.as('desk_officer'), await far.as('desk_officer')];
  const now = new Date();
  const months = [3, 2, 1].map((back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7));
  const known = persons(Math.ceil(many / 3));
  for (const half of [0, 1]) {
    for (const [at, place] of [world, far].entries()) {
      await receivedBefore(place, officers[at]!, Array.from({ length: Math.ceil(many / 4) }, () => ({
        at: `${kit.random.pick(months)}-${String(1 + kit.random.below(28)).padStart(2, '0')}`, person: kit.random.pick(known),
        sex: kit.random.pick(['female', 'female', 'male'] as const), ageBand: kit.random.pick(['18-24', '25-34', '35-59']), territory: kit.random.pick(['TN-43', 'TN-53']),
      })));
    }
    if (half === 0) await countAnew(hadina.house.worker, world.network);
  }
  while (await sealEvents(hadina.sealer, 'core', true));
  return { world, months };
}

const bySql = `select count(distinct person_id)::int as persons, count(distinct subject_id)::int as visits from core.event where network_id = $1 and name = 'desk.client-received' and left(body ->> 'on', 7) = $2`;

/** Counts each number that is published, and that the ministry reads, once more by SQL that shares nothing with the figures. */
async function publishedNumbers({ house, network, as }: World, months: readonly string[], faults: string[]): Promise<number> {
  const anyone: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'web' };
  const ministry = await as('ministry_viewer');
  const [newest] = await ownerQuery<{ seq: bigint; hash: Buffer }>(house, 'select seq, hash from core.head where network_id = $1 order by seq desc limit 1', [network]);
  let numbers = 0;
  for (const month of months) {
    const [whole] = await ownerQuery<{ persons: number; visits: number }>(house, bySql, [network, month]);
    for (const sheet of [await ask(house, anyone, publicFigures, { month } as never), await ask(house, ministry, deskFigures, { to: month })]) {
      if (sheet.period.from !== month || sheet.period.to !== month) faults.push(`${month}: the sheet names ${sheet.period.from}`);
      if (sheet.head?.hash !== newest!.hash.toString('hex')) faults.push(`${month}: the sheet does not carry the newest seal`);
      for (const [code, value] of [['persons-received', whole!.persons], ['visits', whole!.visits]] as const) {
        const { total } = sheet.totals.find(({ indicator }) => indicator === code)!;
        numbers++;
        if (!total.kept && total.value !== value) faults.push(`${code} of ${month}: ${total.value} published, ${value} counted`);
      }
    }
  }
  return numbers;
}
