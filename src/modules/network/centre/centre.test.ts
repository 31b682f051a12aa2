import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { coverage } from '../coverage/coverage.query.ts';
import { assessCentre, checkCentre } from './assess-centre.ts';
import { centreList, centreSheet } from './centre-list.query.ts';
import { registerCentre } from './register-centre.ts';
import { openCentreDesk, upgradeCentre } from './upgrade-centre.ts';
import { finishWorks, planWorks, startWorks } from './works.ts';

const everyItem = ['reception', 'private-listening', 'step-free', 'toilets', 'safety', 'child-corner', 'signs', 'connection', 'trained-officer', 'hours-posted'];
const on = '2026-03-01';
let world: World;
let manager: Actor;

beforeAll(async () => {
  world = await openHub({ country: 'MA', kind: 'social-centre', territory: 'MA-AOU' });
  manager = await world.as('hub_manager');
});

const register = async (by: Actor = manager, territory = 'MA-AOU') =>
  (await act(world.house, by, registerCentre, { names: { ar: 'مركز الأمل' }, kind: 'social-centre', territory, condition: 'poor', condition_on: on })).centre;
const upgrade = (centre: string) => act(world.house, manager, upgradeCentre, { centre, on });

it('goes from existing to works to upgraded, never before its checklist is complete and its works done', async () => {
  const centre = await register();
  const see = async () => (await ask(world.house, manager, centreSheet, { centre })).state;
  expect(await see()).toBe('existing');
  await expect(upgrade(centre)).rejects.toMatchObject({ code: 'network.checklist-incomplete', values: { met: 0, of: 10 } });
  const { works } = await act(world.house, manager, planWorks, { centre, titles: { fr: 'Rampe d’accès' }, planned_on: on });
  expect(await see()).toBe('works');
  await act(world.house, manager, checkCentre, { centre, met: everyItem.slice(1), on });
  await expect(upgrade(centre)).rejects.toMatchObject({ code: 'network.checklist-incomplete', values: { met: 9, of: 10 } });
  await act(world.house, manager, checkCentre, { centre, met: everyItem, on });
  await expect(upgrade(centre)).rejects.toMatchObject({ code: 'network.works-unfinished' });
  await expect(act(world.house, manager, finishWorks, { centre, works, on })).rejects.toMatchObject({ code: 'network.works-already-moved-on' });
  await act(world.house, manager, startWorks, { centre, works, on });
  await act(world.house, manager, finishWorks, { centre, works, on });
  await act(world.house, manager, assessCentre, { centre, condition: 'good', on });
  await upgrade(centre);
  expect(await see()).toBe('upgraded');
  await expect(upgrade(centre)).rejects.toMatchObject({ code: 'network.centre-already-upgraded' });
  await expect(act(world.house, manager, checkCentre, { centre, met: [], on })).rejects.toMatchObject({ code: 'network.centre-already-upgraded' });
});

it('opens a desk only once it is upgraded, and one desk only', async () => {
  const centre = await register();
  const link = (hub: string, of = centre) => act(world.house, world.console, openCentreDesk, { centre: of, hub });
  await expect(link(world.hub)).rejects.toMatchObject({ code: 'network.centre-not-upgraded' });
  await act(world.house, manager, checkCentre, { centre, met: everyItem, on });
  await upgrade(centre);
  await link(world.hub);
  await expect(link((await world.secondHub()).hub)).rejects.toMatchObject({ code: 'network.centre-has-desk' });
  const another = await register();
  await act(world.house, manager, checkCentre, { centre: another, met: everyItem, on });
  await upgrade(another);
  await expect(link(world.hub, another)).rejects.toMatchObject({ code: 'network.hub-sits-elsewhere' });
});

it('refuses a place nobody knows', async () => {
  await expect(register(manager, 'MA-XXX')).rejects.toMatchObject({ code: 'network.unknown-territory', field: 'territory' });
});

it('shows another hub nothing, a regional coordinator her region, the administrator all', async () => {
  const alone = await openHub({ country: 'MA', kind: 'social-centre', territory: 'MA-AOU' });
  const mine = (await act(alone.house, await alone.as('hub_manager'), registerCentre, { names: { fr: 'A' }, kind: 'library', territory: 'MA-AOU', condition: 'fair', condition_on: on })).centre;
  const far = (await act(alone.house, alone.console, registerCentre, { names: { fr: 'B' }, kind: 'library', territory: 'MA-CAS', condition: 'fair', condition_on: on })).centre;
  const list = async (actor: Actor) => (await ask(alone.house, actor, centreList, {})).map(({ id }) => id);
  const other = await (await alone.secondHub({ territory: 'MA-CAS' })).as('hub_manager');
  expect(await list(other)).toEqual([]);
  await expect(ask(alone.house, other, centreSheet, { centre: mine })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(alone.house, other, assessCentre, { centre: mine, condition: 'good', on })).rejects.toMatchObject({ name: 'NotFound' });
  expect(await list(await alone.as('regional_coordinator', { territory: 'MA-06' }))).toEqual([far]);
  expect((await list(alone.console)).sort()).toEqual([mine, far].sort());
  const seen = await ask(alone.house, alone.console, coverage, {});
  expect(seen.find(({ code }) => code === 'MA-06')).toMatchObject({ hubs: 1, centres: 1, upgraded: 0 });
  expect(seen).toHaveLength(12);
});
