import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { sealAll } from '#tests/fixtures/printed-figure.ts';
import '../routes.tsx';
import { cuts } from '../reading/cut.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { freezeMonth } from './freeze-month.ts';
import { frozenMonths, frozenSheet } from './frozen.query.ts';

const last = monthPlus(monthOf(new Date()), -1);
const on = (day: number) => `${last}-${String(day).padStart(2, '0')}`;
const sheet = (world: World, actor: Actor, month = last) => ask(world.house, actor, frozenSheet, { month });
const one = async (world: World, actor: Actor, figure = 'persons-received') => (await sheet(world, actor)).numbers.find((number) => number.figure === figure)!;

it('keeps a month as it was counted, and tells what came later and why', async () => {
  const world = await openHub({ demo: true });
  const manager = await world.as('hub_manager');
  const officer = await world.as('desk_officer');
  const seven = persons(7);
  await receivedBefore(world, officer, seven.map((person) => ({ at: on(3), person })));
  await expect(act(world.house, manager, freezeMonth, { month: last })).rejects.toMatchObject({ code: 'evidence.nothing-sealed' });
  await sealAll(world);
  await act(world.house, manager, freezeMonth, { month: last });
  expect(await one(world, manager)).toMatchObject({ frozen: { value: 7, kept: false }, now: { value: 7 }, delta: 0, reasons: null });

  await receivedBefore(world, officer, persons(2).map((person) => ({ at: on(9), person })));
  expect(await one(world, manager)).toMatchObject({ frozen: { value: 7 }, now: { value: 9 }, delta: 2, reasons: { late: 2, gone: 0, joined: 0, parted: 0 } });

  // Two of the seven are one woman: past the action, as the map and the register then stand.
  const [merge, [survivor, absorbed]] = [newId(), seven as [string, string]];
  await ownerQuery(world.house, `begin; set local session_replication_role = replica;
    insert into core.same_person (network_id, person_id, survivor_id, into_id, merge_id) values ('${world.network}', '${survivor}', '${survivor}', null, null), ('${world.network}', '${absorbed}', '${survivor}', '${survivor}', '${merge}');
    insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment, body) select '${world.network}', gen_random_uuid(), now(), '${world.hub}', 'web', 'x.y', 'people.persons-merged', '${merge}', who::uuid, 'C0', '{}' from unnest(array['${survivor}', '${absorbed}']) who;
    commit`);
  expect(await one(world, manager)).toMatchObject({ frozen: { value: 7 }, now: { value: 8 }, delta: 1, reasons: { late: 2, gone: 0, joined: 1, parted: 0 } });
  expect((await ask(world.house, manager, frozenMonths, {})).months).toMatchObject([{ month: last, hub: world.hub }]);
});

it('freezes a closed month once, by the clock of the hub', async () => {
  const world = await openHub({ demo: true });
  const manager = await world.as('hub_manager');
  const desk = await openDesk(world);
  await desk.visit(await desk.person());
  await sealAll(world);
  await expect(act(world.house, manager, freezeMonth, { month: monthPlus(last, 1) })).rejects.toMatchObject({ code: 'evidence.month-still-open' });
  await act(world.house, manager, freezeMonth, { month: last });
  await expect(act(world.house, manager, freezeMonth, { month: last })).rejects.toMatchObject({ code: 'evidence.month-frozen' });
  await expect(act(world.house, await world.as('desk_officer'), freezeMonth, { month: last })).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('keeps the network’s month with small numbers kept back, and tells no difference there', async () => {
  const world = await openHub({ demo: true });
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, [...persons(9).map((person) => ({ at: on(2), person })), ...persons(3).map((organization) => ({ at: on(2), organization }))]);
  await sealAll(world);
  await act(world.house, await world.as('network_admin'), freezeMonth, { month: last });
  await receivedBefore(world, officer, persons(2).map((person) => ({ at: on(5), person })));
  const ministry = await world.as('ministry_viewer');
  expect(await one(world, ministry)).toEqual({ figure: 'persons-received', version: null, frozen: { value: 9, events: 9, kept: false }, now: null, delta: null, reasons: null });
  expect((await one(world, ministry, 'organizations-received')).frozen).toEqual({ value: null, events: null, kept: true });
  const rows = await ownerQuery<{ cut: string }>(world.house, 'select distinct cut from evidence.frozen_figure where network_id = $1', [world.network]);
  expect(cuts).toEqual(expect.arrayContaining(rows.map(({ cut }) => cut).filter(Boolean)));
  await expect(sheet(world, officer)).rejects.toMatchObject({ name: 'NotFound' });
});
