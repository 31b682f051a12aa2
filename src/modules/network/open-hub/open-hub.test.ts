import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openHub as openWorld } from '#tests/fixtures/open-hub.ts';
import { changeNetworkRules } from '../open-network/change-network-rules.ts';
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
