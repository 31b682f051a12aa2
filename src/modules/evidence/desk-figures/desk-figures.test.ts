import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import '../routes.tsx';
import { deskFigures } from './desk-figures.query.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { publicFigures } from '../public-figures/public-figures.query.ts';

const last = monthPlus(monthOf(new Date()), -1);
const on = (day: number) => `${last}-${String(day).padStart(2, '0')}`;
type Given = Parameters<typeof deskFigures['spec']['run']>[1] | Record<string, unknown>;
const read = (world: World, actor: Actor, given: Given = {}) => ask(world.house, actor, deskFigures, given as never);
const total = (sheet: Awaited<ReturnType<typeof read>>, code: string) => sheet.totals.find(({ indicator }) => indicator === code)!.total;

it('rises by one when one more is received, and only once for her', async () => {
  const world = await openHub({ demo: true });
  const desk = await openDesk(world);
  const before = await read(world, desk.officer);
  expect([total(before, 'persons-received').value, total(before, 'visits').value]).toEqual([0, 0]);
  const person = await desk.person();
  await desk.visit(person);
  const after = await read(world, desk.officer);
  expect([total(after, 'persons-received').value, total(after, 'organizations-received').value, total(after, 'visits').value]).toEqual([1, 0, 1]);
  expect(total(after, 'waiting-time').value).toBe(0);
  await desk.visit(person);
  const again = await read(world, desk.officer, { by: 'sex' });
  expect([total(again, 'persons-received').value, total(again, 'visits').value]).toEqual([1, 2]);
  expect(again.divided!.rows).toMatchObject([{ key: 'female', shown: { value: 1, events: 2 } }]);
});

it('counts somebody who came to two hubs once for the network, and organizations apart', async () => {
  const world = await openHub({ demo: true });
  const other = await world.secondHub();
  const [here, there] = [await world.as('desk_officer'), await other.as('desk_officer')];
  const six = persons(6);
  const organizations = persons(7);
  await receivedBefore(world, here, six.map((person) => ({ at: on(3), person })));
  await receivedBefore(world, here, organizations.map((organization) => ({ at: on(5), organization })));
  await receivedBefore(other, there, six.slice(0, 5).map((person) => ({ at: on(20), person })));
  const ministry = await world.as('ministry_viewer');
  const sheet = await read(world, ministry, { by: 'hub' });
  expect([total(sheet, 'persons-received').value, total(sheet, 'organizations-received').value, total(sheet, 'visits').value]).toEqual([6, 7, 18]);
  expect(sheet.divided!.rows.map(({ key, shown }) => [key, shown.value]).sort()).toEqual([[world.hub, 6], [other.hub, 5]].sort());
});

it('counts a paper sheet in the month in which she came', async () => {
  const world = await openHub({ demo: true });
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, [{ at: `${monthPlus(last, -1)}-28`, person: newId() }]);
  expect(total(await read(world, officer, { from: last, to: last }), 'persons-received').value).toBe(0);
  const by = await read(world, officer, { from: monthPlus(last, -2), to: last, by: 'month' });
  expect(by.divided!.rows.map(({ key, shown }) => [key, shown.value])).toEqual([[monthPlus(last, -1), 1]]);
});

it('keeps small numbers back from those who may not see people, and shows them to the hub', async () => {
  const world = await openHub({ demo: true });
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, [
    ...persons(9).map((person) => ({ at: on(2), person })),
    ...persons(2).map((person) => ({ at: on(4), person, sex: 'male' as const })),
    ...persons(6).map((person) => ({ at: on(6), person, sex: 'unknown' as const })),
  ]);
  const exact = await read(world, officer, { from: last, to: last, by: 'sex' });
  expect(exact.divided!.rows.map(({ key, shown }) => [key, shown.value])).toEqual([['female', 9], ['male', 2], ['unknown', 6]]);
  for (const role of ['ministry_viewer', 'donor_viewer', 'network_admin'] as const) {
    const sheet = await read(world, await world.as(role), { by: 'sex' });
    expect(sheet.exact).toBe(false);
    expect(total(sheet, 'persons-received').value).toBe(17);
    expect(sheet.divided!.rows.map(({ key, shown }) => [key, shown.value])).toEqual([['female', 9]]);
    expect(sheet.divided!.folded).toBe(true);
  }
  const open = await ask(world.house, { network: world.network, account: null, person: null, hub: null, roles: [], app: 'web' }, publicFigures, { by: 'sex' });
  expect(open.divided!.rows.map(({ key }) => key)).toEqual(['female']);
});

it('never shows an open month to those who may not see people', async () => {
  const world = await openHub({ demo: true });
  const officer = await world.as('desk_officer');
  const now = monthOf(new Date());
  const donor = await world.as('donor_viewer');
  expect((await read(world, donor, { from: now, to: now })).period).toEqual({ from: last, to: last });
  expect((await read(world, donor, { from: monthPlus(last, -5), to: last })).period).toEqual({ from: last, to: last });
  expect((await read(world, officer, { from: now, to: now })).period).toEqual({ from: now, to: now });
});

it('reads one region for its coordinator, with margins that agree with what the ministry sees', async () => {
  const world = await openHub({ territory: 'TN-43', demo: true });
  const far = await world.secondHub({ territory: 'TN-53' });
  const [here, there] = [await world.as('desk_officer'), await far.as('desk_officer')];
  await receivedBefore(world, here, [...persons(8).map((person) => ({ at: on(2), person })), ...persons(6).map((person) => ({ at: on(2), person, sex: 'male' as const }))]);
  await receivedBefore(far, there, [...persons(9).map((person) => ({ at: on(2), person })), ...persons(1).map((person) => ({ at: on(2), person, sex: 'male' as const }))]);
  const coordinator = await world.as('regional_coordinator', { territory: 'TN-43' });
  const sheet = await read(world, coordinator, { by: 'sex' });
  expect([sheet.over, total(sheet, 'persons-received').value]).toEqual(['region', 14]);
  // Shown, her 6 men and the network's 7 would tell of the one man elsewhere.
  expect(sheet.divided).toMatchObject({ rows: [], folded: true });
  const whole = await read(world, await world.as('ministry_viewer'), { by: 'sex' });
  expect(whole.divided!.rows.map(({ key, shown }) => [key, shown.value])).toEqual([['female', 17], ['male', 7]]);
});

it('is not open to roles without a reading of figures, nor to another hub', async () => {
  const world = await openHub({ demo: true });
  const other = await world.secondHub();
  await expect(read(world, await world.as('merchant'))).rejects.toMatchObject({ code: 'core.role-missing' });
  const desk = await openDesk(world);
  await desk.visit(await desk.person());
  expect(total(await read(world, await other.as('desk_officer')), 'persons-received').value).toBe(0);
  await expect(read(world, await other.as('desk_officer'), { over: 'region' })).rejects.toMatchObject({ name: 'NotFound' });
});
