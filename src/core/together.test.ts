import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { together } from '#core/together.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { makeMark, marks, openProbe } from '#tests/fixtures/probe.ts';

let world: World;
let officer: Actor;
const events = async () => (await ownerQuery(world.house, "select xid::text from core.event where network_id = $1 and name = 'probe.marked' order by id", [world.network])) as { xid: string }[];

beforeAll(async () => {
  await openProbe();
  world = await openHub();
  officer = await world.as('desk_officer');
});

it('does several actions in one transaction, each with its event', async () => {
  const before = (await events()).length;
  await together(world.house, async (house) => {
    for (const note of ['one', 'two']) await act(house, officer, makeMark, { note });
  });
  const written = (await events()).slice(before);
  expect(written).toHaveLength(2);
  expect(new Set(written.map(({ xid }) => xid)).size).toBe(1);
  expect(await marks(world.network, 'two')).toBe(1);
});

it('undoes only the action that was refused, with its event', async () => {
  const before = (await events()).length;
  await together(world.house, async (house) => {
    await act(house, officer, makeMark, { note: 'kept before' });
    await expect(act(house, officer, makeMark, { note: 'not kept', way: 'refuse' })).rejects.toMatchObject({ code: 'probe.not-now' });
    await act(house, officer, makeMark, { note: 'dry' }, { dryRun: true });
    await act(house, officer, makeMark, { note: 'kept after' });
  });
  expect(await Promise.all(['kept before', 'not kept', 'dry', 'kept after'].map((note) => marks(world.network, note)))).toEqual([1, 0, 0, 1]);
  expect(await events()).toHaveLength(before + 2);
});

it.each([['breaks', 'break', /broke over/], ['records no event', 'silent', /recorded no event/]])('keeps nothing at all when one %s', async (_, way, reason) => {
  const before = (await events()).length;
  const tried = together(world.house, async (house) => {
    await act(house, officer, makeMark, { note: `before ${way}` });
    await act(house, officer, makeMark, { note: 'then', way });
  });
  await expect(tried).rejects.toThrow(reason);
  expect(await marks(world.network, `before ${way}`)).toBe(0);
  expect(await events()).toHaveLength(before);
});

it('lets each actor see her own rows only', async () => {
  const elsewhere = await (await world.secondHub()).as('desk_officer');
  await together(world.house, async (house) => {
    await act(house, officer, makeMark, { note: 'of one hub' });
    await act(house, elsewhere, makeMark, { note: 'of another' });
  });
  const hubs = await ownerQuery(world.house, "select hub_id from core.event where network_id = $1 and name = 'probe.marked' order by id desc limit 2", [world.network]);
  expect(new Set(hubs.map((row) => (row as { hub_id: string }).hub_id))).toEqual(new Set([officer.hub, elsewhere.hub]));
});
