import { expect, it, vi } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { recordEvent } from '#core/event.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { consoleActor } from '#modules/network/public.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import '../routes.tsx';
import { freezeMonth } from '../frozen/freeze-month.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { tally, tallyOfEvents } from '../reading/tally.ts';
import { checkCounted } from './check-counted.ts';
import { countAnew } from './count-anew.ts';
import { countSome } from './count-waiting.ts';

const received = findIndicator('persons-received')!;
const reading = <R>(world: World, work: (tx: Parameters<typeof tally>[0]) => Promise<R>) => inTransaction(world.house.report, beginFor(consoleActor(world.network), { readOnly: true }), work);
const inMonth = (world: World, month: string, count = tally, of = received) => reading(world, async (tx) => (await count(tx, [of], { network: world.network, period: { from: month, to: month }, hub: world.hub })).get(of.code)!.all.value);
const counted = async (world: World) => Number((await ownerQuery<{ counted: bigint }>(world.house, 'select counted from evidence.count_mark where network_id = $1', [world.network]))[0]?.counted ?? -1);
/** What was written while another test holds a transaction open is counted only when that one has ended. */
const ended = (work: () => Promise<void>) => vi.waitFor(work, { timeout: 45_000, interval: 500 });

/** A need stays unmet at this very moment, in a network that plays the past. */
async function unmetAt(world: World, officer: Actor, at: string): Promise<void> {
  const loader: Actor = { ...officer, app: 'demo' };
  await inTransaction(world.house.app, beginFor(loader), (tx) => recordEvent(tx, { actor: loader, action: 'desk.record-unmet-need', module: 'desk', compartment: 'C0', key: null, inputHash: null, now: new Date(at) },
    { name: 'need-unmet', subject: newId(), person: newId(), body: { sex: 'female', age_band: '25-34', territory: null, kind: 'person', cause: 'no-service', service_type: null } }));
}

it('reads what waits beside what was counted, and the same when it was counted; two who count at once count once', async () => {
  const world = await openHub({ demo: true });
  const officer = await world.as('desk_officer');
  const [three, month] = [persons(3), '2026-03'];
  await receivedBefore(world, officer, three.map((person) => ({ at: `${month}-04`, person })));
  expect([await counted(world), await inMonth(world, month)]).toEqual([-1, 3]);
  await ended(async () => {
    await countAnew(world.house.worker, world.network);
    expect(await counted(world)).toBe(3);
  });
  await receivedBefore(world, officer, [...three, ...persons(2)].map((person) => ({ at: `${month}-09`, person })));
  expect([await counted(world), await inMonth(world, month)]).toEqual([3, 5]);
  await ended(async () => {
    await Promise.all([countSome(world.house.worker, world.network), countSome(world.house.worker, world.network)]);
    expect([await counted(world), await inMonth(world, month), await inMonth(world, month, tallyOfEvents)]).toEqual([8, 5, 5]);
  });
});

it('names the cell that was changed behind its back', async () => {
  const world = await openHub({ demo: true });
  await receivedBefore(world, await world.as('desk_officer'), persons(6).map((person) => ({ at: '2026-03-04', person })));
  const check = () => reading(world, (tx) => checkCounted(tx, world.network));
  await ended(async () => {
    await countAnew(world.house.worker, world.network);
    expect(await check()).toMatchObject({ differing: [] });
    expect(await ownerQuery(world.house, `update evidence.counted_cell set units = '{7}' where network_id = $1 and thing = 'identity' and level = 'hub' and cut = 'territory' returning 1`, [world.network])).not.toEqual([]);
  });
  const { differing } = await check();
  expect(new Set(differing.map(({ figure, hub, by, cell }) => `${figure} ${hub === world.hub} ${by} ${cell}`))).toEqual(new Set(['persons-received true territory TN-43', 'persons-received true territory TN-43@TN-43']));
  expect(differing[0]).toMatchObject({ from: '2026-03', to: '2026-03', read: '7 of 7 in 6 events', counted: '6 of 6 in 6 events' });
});

it('closes a month by the clock of Casablanca, which goes back for Ramadan', async () => {
  const world = await openHub({ demo: true, country: 'MA' });
  const officer = await world.as('desk_officer');
  // An hour ahead of Greenwich in January, level with it in the Ramadan of 2026.
  await unmetAt(world, officer, '2026-01-31T23:30:00Z');
  await unmetAt(world, officer, '2026-02-28T23:30:00Z');
  const months = ['2026-01', '2026-02', '2026-03'];
  const unmet = findIndicator('unmet-needs')!;
  const read = async (count = tally) => [await inMonth(world, months[0]!, count, unmet), await inMonth(world, months[1]!, count, unmet), await inMonth(world, months[2]!, count, unmet)];
  expect(await read(tallyOfEvents)).toEqual([0, 2, 0]);
  await countAnew(world.house.worker, world.network);
  expect(await read()).toEqual([0, 2, 0]);
  await sealEvents({ pool: world.house.worker, key: signingKey(world.house.keyFor('chain-heads')), headsFile: null }, 'core', true);
  const at = async (when: string): Promise<Actor> => ({ ...(await world.as('hub_manager')), app: 'demo', demoAt: new Date(when) });
  await act(world.house, await at('2026-01-31T23:30:00Z'), freezeMonth, { month: '2026-01' });
  await expect(act(world.house, await at('2026-02-28T23:30:00Z'), freezeMonth, { month: '2026-02' })).rejects.toMatchObject({ code: 'evidence.month-still-open' });
  await act(world.house, await at('2026-03-01T00:10:00Z'), freezeMonth, { month: '2026-02' });
});
