import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { localeOf } from '#core/words/locale.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { editHub } from '../edit-hub/edit-hub.ts';
import { closeHub } from '../edit-hub/close-hub.ts';
import { hubDoor, hubDoors } from '../hub/hub-doors.query.ts';
import { hubTerms } from '../hub/hub-card.ts';
import { setHubTerms } from '../hub-terms/set-hub-terms.ts';
import { addTerritory } from '../territory/add-territory.ts';
import { type HubHours, isOpenAt, nextOpening, spansOn } from './hours.ts';
import { setHubHours } from './set-hub-hours.ts';

let world: World;
let manager: Actor;
beforeAll(async () => {
  world = await openHub({ country: 'TN', kind: 'citess' });
  manager = await world.as('hub_manager');
});

describe('opening hours', () => {
  const hours: HubHours = {
    ordinary: [{ weekday: 1, opens: '08:30', closes: '12:30' }, { weekday: 1, opens: '14:00', closes: '17:00' }],
    ramadan: [{ weekday: 1, opens: '09:00', closes: '13:00' }],
    announcedRamadans: [{ hijriYear: 1445, from: '2024-03-12', to: '2024-04-09' }],
    exceptions: [{ date: '2026-07-20', spans: [] }],
  };

  it('follow the hub’s clock, close at the closing minute, and shut on exceptional days', () => {
    const at = (iso: string) => isOpenAt(hours, 'Africa/Tunis', new Date(iso));
    expect([at('2026-06-01T07:29:00Z'), at('2026-06-01T07:30:00Z'), at('2026-06-01T11:30:00Z'), at('2026-06-01T13:00:00Z')]).toEqual([false, true, false, true]);
    expect(at('2026-06-02T09:00:00Z')).toBe(false);
    expect(at('2026-07-20T09:00:00Z')).toBe(false);
  });

  it('say when a shut door opens next: later today, after the weekend, beyond a closed day, or not at all', () => {
    const next = (iso: string) => nextOpening(hours, 'Africa/Tunis', new Date(iso));
    expect(next('2026-06-01T05:00:00Z')).toEqual({ date: '2026-06-01', days: 0, opens: '08:30' });
    expect(next('2026-06-01T12:00:00Z')).toEqual({ date: '2026-06-01', days: 0, opens: '14:00' });
    expect(next('2026-06-01T17:00:00Z')).toEqual({ date: '2026-06-08', days: 7, opens: '08:30' });
    expect(next('2026-07-14T08:00:00Z')).toEqual({ date: '2026-07-27', days: 13, opens: '08:30' });
    expect(nextOpening({ ...hours, ordinary: [] }, 'Africa/Tunis', new Date('2026-06-01T05:00:00Z'))).toBeNull();
  });

  it('keep Ramadan as the country announced it: Monday 11 March 2024 was an ordinary day in Tunisia', () => {
    expect(spansOn(hours, '2024-03-11')).toHaveLength(2);
    expect(spansOn(hours, '2024-03-18')).toEqual([{ weekday: 1, opens: '09:00', closes: '13:00' }]);
    expect(spansOn({ ...hours, ramadan: null }, '2024-03-18')).toHaveLength(2);
  });

  it('are set by the hub’s manager only and seen by anyone at the door', async () => {
    const week = { 1: { first: { opens: '00:00', closes: '12:00' }, second: { opens: '12:00', closes: '23:59' } } };
    await act(world.house, manager, setHubHours, { ordinary: week, ramadan_differs: 'on', ramadan: { 1: { first: { opens: '09:00', closes: '13:00' } } }, closed_days: ['2026-03-20', ''] });
    const door = await ask(world.house, visitor(world.network), hubDoor, { hub: world.hub });
    expect(door.hours).toMatchObject({ ordinary: [{ weekday: 1, opens: '00:00' }, { weekday: 1, closes: '23:59' }], ramadan: [{ weekday: 1 }], exceptions: [{ date: '2026-03-20', spans: [] }] });
    const other = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, other, setHubHours, { hub: world.hub, ordinary: week })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, await world.as('desk_officer'), setHubHours, { ordinary: week })).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('refuse stretches that run into each other or end before they begin, and say where', async () => {
    const set = (monday: unknown) => act(world.house, manager, setHubHours, { ordinary: { 1: monday } });
    await expect(set({ first: { opens: '09:00', closes: '13:00' }, second: { opens: '12:00', closes: '15:00' } })).rejects.toMatchObject({ code: 'network.hours-clash', field: 'ordinary.1.first.opens' });
    await expect(set({ first: { opens: '13:00', closes: '09:00' } })).rejects.toMatchObject({ code: 'network.hours-clash' });
    await expect(set({ first: { opens: '13:00', closes: '' } })).rejects.toMatchObject({ code: 'network.hours-clash' });
    await expect(set({ first: { opens: '25:00', closes: '26:00' } })).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('own words', () => {
  it('lie over those of the kind and country until they are emptied', async () => {
    const heard = async () => hubTerms(await ask(world.house, visitor(world.network), hubDoor, { hub: world.hub }), localeOf('fr', 'TN'));
    await act(world.house, manager, setHubTerms, { fr: { hub: 'Maison des initiatives', desk: '' } });
    expect(await heard()).toMatchObject({ hub: 'Maison des initiatives', desk: 'guichet', governorate: 'gouvernorat' });
    await act(world.house, manager, setHubTerms, { fr: { hub: '' } });
    expect((await heard())['hub']).toBe('CitESS');
    await expect(act(world.house, manager, setHubTerms, { fr: { nonsense: 'x' } })).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('the plate', () => {
  it('is changed by its manager; its place stays in its country', async () => {
    const edit = (more: Record<string, unknown>, by = manager) => act(world.house, by, editHub, { names: { ar: 'مركز المهدية', fr: 'CitESS Mahdia' }, ...more });
    await edit({ territory: 'TN-53', phone: '73 000 000', welcomes: { fr: 'Toutes et tous' } });
    expect(await ask(world.house, visitor(world.network), hubDoor, { hub: world.hub })).toMatchObject({ names: { fr: 'CitESS Mahdia' }, territoryCode: 'TN-53', regionCode: 'TN-53', welcomes: { fr: 'Toutes et tous' } });
    await expect(edit({ territory: 'MA-09' })).rejects.toMatchObject({ code: 'network.territory-of-another-country' });
    await expect(edit({ territory: 'TN-XX' })).rejects.toMatchObject({ code: 'network.unknown-territory' });
    const incubator = await world.secondHub({ country: 'TN', kind: 'reference-incubator', territory: 'TN-43' });
    await expect(act(world.house, world.console, editHub, { hub: incubator.hub, names: { fr: 'X' }, territory: 'TN-53' })).rejects.toMatchObject({ code: 'network.reference-incubator-stays' });
  });

  it('leaves the list of doors when the hub closes, once', async () => {
    const second = await world.secondHub();
    const doors = async () => (await ask(world.house, visitor(world.network), hubDoors, {})).map(({ id }) => id);
    expect(await doors()).toContain(second.hub);
    await act(world.house, world.console, closeHub, { hub: second.hub, on: '2026-06-30' });
    expect(await doors()).not.toContain(second.hub);
    await expect(act(world.house, world.console, closeHub, { hub: second.hub, on: '2026-06-30' })).rejects.toMatchObject({ code: 'network.hub-already-closed' });
    const stranger = await openHub();
    expect(await ask(world.house, visitor(stranger.network), hubDoors, {})).toHaveLength(1);
  });
});

it('a commune is added under its governorate, once, under its code', async () => {
  const code = `TN-43-${Date.now().toString(36).toUpperCase().slice(-8)}`;
  const add = (more: Record<string, unknown> = {}) => act(world.house, world.console, addTerritory, { parent: 'TN-43', code, level: 'municipality', names: { fr: 'Commune d’essai' }, urban_rural: 'rural', ...more });
  await add();
  await expect(add()).rejects.toMatchObject({ code: 'network.territory-known' });
  await expect(add({ code: 'TN-53-001' })).rejects.toMatchObject({ code: 'network.code-outside-parent' });
  await expect(add({ parent: 'TN-99' })).rejects.toMatchObject({ code: 'network.unknown-territory' });
  const inside = await world.secondHub({ territory: code });
  expect(await ask(world.house, visitor(world.network), hubDoor, { hub: inside.hub })).toMatchObject({ territoryCode: code, regionCode: 'TN-43' });
});
