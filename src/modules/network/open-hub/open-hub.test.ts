import { expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { openHub as openWorld } from '#tests/fixtures/open-hub.ts';
import { changeNetworkRules } from '../open-network/change-network-rules.ts';
import { openNetwork } from '../open-network/open-network.ts';
import { consoleActor } from '../sign-in/console-actor.ts';
import { openHub } from './open-hub.ts';

const incubator = { kind: 'reference-incubator', country: 'MA', names: { fr: 'Incubateur' } };

it('opens a hub for the administrator of the network and for nobody else', async () => {
  const world = await openWorld({ country: 'TN', kind: 'citess' });
  expect(world.hub).toMatch(/^[0-9a-f-]{36}$/);
  await expect(act(world.house, await world.as('hub_manager'), openHub, { ...incubator })).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('refuses a second reference incubator in a region only where the network’s rule says one per region', async () => {
  const world = await openWorld({ country: 'MA', kind: 'reference-incubator', territory: 'MA-AOU' });
  const second = { ...incubator, territory: 'MA-03' };
  await act(world.house, world.console, changeNetworkRules, { reference_incubators_per_region: 1 });
  await act(world.house, world.console, openHub, second);
  await expect(act(world.house, world.console, openHub, { ...second })).rejects.toMatchObject({ code: 'network.second-reference-incubator', field: 'territory' });
  await act(world.house, world.console, changeNetworkRules, {});
  await act(world.house, world.console, openHub, second);
});

it('opens a network once, with at least one country', async () => {
  const world = await openWorld();
  await expect(act(world.house, world.console, openNetwork, { names: { fr: 'Encore' }, countries: ['TN'] })).rejects.toMatchObject({ code: 'network.network-already-open' });
  await expect(act(world.house, consoleActor(newId()), openNetwork, { names: { fr: 'Vide' }, countries: [] })).rejects.toMatchObject({ problems: [{ field: 'countries', code: 'required' }] });
  await expect(act(world.house, world.console, openHub, { ...incubator, territory: 'TN-53' })).rejects.toMatchObject({ code: 'network.territory-of-another-country' });
  await expect(act(world.house, world.console, openHub, { ...incubator, territory: 'nowhere' })).rejects.toMatchObject({ code: 'network.unknown-territory' });
});
