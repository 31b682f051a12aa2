import { expect, it } from 'vitest';
import { ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import '../routes.tsx';
import { publicFigure } from '../public-figures/public-figure.query.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { figure } from './figure.query.ts';
import { figureRecords } from './figure-records.query.ts';

const last = monthPlus(monthOf(new Date()), -1);

it('opens to exactly the events that make it', async () => {
  const world = await openHub({ demo: true });
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person());
  const sent = { indicator: 'persons-received', by: 'sex', key: 'female' };
  const opened = await ask(world.house, desk.officer, figure, sent);
  expect(opened.shown).toEqual({ value: 1, events: 1, kept: false });
  const { total, records } = await ask(world.house, desk.officer, figureRecords, sent);
  expect([total, records.map(({ subject, name }) => [subject, name])]).toEqual([1, [[ticket, 'desk.client-received']]]);
  const waited = await ask(world.house, desk.officer, figureRecords, { indicator: 'waiting-time' });
  expect(waited.records.map(({ name }) => name)).toEqual(['desk.ticket-called']);
  expect((await ask(world.house, desk.officer, figureRecords, { ...sent, key: 'male' })).total).toBe(0);
});

it('counts another hub’s records and lists none of them', async () => {
  const world = await openHub({ demo: true });
  const other = await world.secondHub();
  const [here, there] = [await world.as('desk_officer'), await other.as('desk_officer')];
  await receivedBefore(world, here, persons(6).map((person) => ({ at: `${last}-03`, person })));
  await receivedBefore(other, there, persons(8).map((person) => ({ at: `${last}-04`, person })));
  const wide = { indicator: 'persons-received', over: 'network', to: last };
  expect((await ask(world.house, here, figure, wide)).shown).toMatchObject({ value: 14, events: 14 });
  const { total, records } = await ask(world.house, here, figureRecords, wide);
  expect([total, new Set(records.map(({ hub }) => hub))]).toEqual([6, new Set([world.hub])]);
  await expect(ask(world.house, await world.as('ministry_viewer'), figureRecords, wide)).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('answers the same for a small number and for nobody', async () => {
  const world = await openHub({ demo: true });
  await receivedBefore(world, await world.as('desk_officer'), persons(20).map((person, i) => ({ at: `${last}-03`, person, sex: i ? 'female' : 'male' })));
  const donor = await world.as('donor_viewer');
  const of = (key: string) => ask(world.house, donor, figure, { indicator: 'persons-received', by: 'sex', key });
  expect((await of('male')).shown).toEqual((await of('unknown')).shown);
  const open = await ask(world.house, { ...donor, account: null, roles: [] }, publicFigure, { indicator: 'persons-received', by: 'sex', key: 'male' });
  expect(open.shown).toEqual({ value: null, events: null, kept: true });
});

it('reads through a login that cannot see a name', async () => {
  const { house } = await openHub({ demo: true });
  const rows = await ownerQuery<{ place: string }>(house, `
    select table_schema || '.' || table_name || '.' || column_name as place from information_schema.column_privileges
    where grantee in ('hadina_report', 'PUBLIC') and privilege_type = 'SELECT' and table_schema not in ('pg_catalog', 'information_schema')
      and (table_schema in ('people', 'confidential') or column_name ~ '(phone|email|address|sealed|password|secret|login)'
        or (table_schema = 'core' and column_name in ('account_id', 'typed_for', 'person_actor_id', 'input_hash', 'key')))`);
  // A hub's own plate is public.
  expect(rows.map(({ place }) => place).filter((place) => !/^network\.hub\./.test(place))).toEqual([]);
  await expect(house.report.query('select name from people.person')).rejects.toThrow(/permission denied/);
  await expect(house.report.query('select account_id from core.event')).rejects.toThrow(/permission denied/);
});
