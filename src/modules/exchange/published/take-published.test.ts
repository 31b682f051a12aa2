import { expect, it } from 'vitest';
import { allActions } from '#core/action.ts';
import { act } from '#core/pipeline.ts';
import '#modules/evidence/routes.tsx';
import '#modules/programme/routes.tsx';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../routes.tsx';
import { takePublished } from './take-published.ts';

const done = (world: Awaited<ReturnType<typeof openHub>>, actor: Awaited<ReturnType<typeof world.as>>, name: string, input: object) =>
  act(world.house, actor, allActions().get(`programme.${name}`)!, input as never) as Promise<Record<string, string>>;

it('what everybody is shown goes out with amounts, funders and targets, and that it went is known; what is not shown stays', async () => {
  const world = await openHub({ country: 'TN' });
  const admin = await world.as('network_admin');
  const open = async (code: string, more: object = {}) => {
    const { programme } = await done(world, admin, 'open-programme', { level: 'project', code, names: { fr: `Projet ${code}`, ar: 'مشروع' }, starts_on: '2024-01-01', ends_on: '2026-12-31', said_by: 'Fiche', ...more });
    return programme!;
  };
  const shown = await open('jisr');
  const inDanger = await open('abri');
  await open('interne');
  for (const [programme, more] of [[shown, {}], [inDanger, { sensitive: 'on' }]] as const) {
    await done(world, admin, 'edit-programme', { programme, names: { fr: `Projet ${programme === shown ? 'jisr' : 'abri'}` }, listed: 'on', ...more });
    await done(world, admin, 'set-target', { programme, indicator: 'pilots', sex: 'all', value: '6', said_by: 'Fiche' });
    await done(world, admin, 'set-target', { programme, indicator: 'pilots', sex: 'all', value: '10', said_by: 'Avenant', reason: 'Avenant' });
  }
  const { cost } = await done(world, admin, 'add-cost', { programme: shown, amount: '12.345', currency: 'TND', said_by: 'Budget' });
  await done(world, admin, 'add-funder', { programme: shown, cost, names: { fr: 'Union européenne' }, amount: '10' });
  const { works, countries } = await act(world.house, admin, takePublished, { standard: 'iati' });
  expect(countries).toEqual(['TN']);
  expect(works.map(({ code }) => code).sort()).toEqual(['abri', 'jisr']);
  const [first, danger] = [works.find(({ code }) => code === 'jisr')!, works.find(({ code }) => code === 'abri')!];
  expect(first).toMatchObject({
    plannedFrom: '2024-01-01', cost: { amount: 12_345, currency: 'TND', scale: 3, funders: [{ names: { fr: 'Union européenne' }, amount: 10_000 }] },
    results: [{ code: 'pilots', target: 10, original: 6, from: '2024-01-01', to: '2026-12-31', reached: null }],
  });
  expect(danger).toMatchObject({ results: [], territory: null });
  const told = await ownerQuery<{ body: object }>(world.house, "select body from core.event where network_id = $1 and name = 'exchange.list-taken'", [world.network]);
  expect(told.map(({ body }) => body)).toEqual([{ list: 'iati', rows: 2 }]);
  for (const role of ['hub_manager', 'donor_viewer', 'desk_officer'] as const) await expect(act(world.house, await world.as(role), takePublished, { standard: 'iati' })).rejects.toMatchObject({ code: 'core.role-missing' });
});
