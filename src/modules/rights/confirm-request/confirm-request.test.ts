import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import '#modules/rights/routes.tsx';
import { erasures, erasuresWaiting } from '../erase/erasures.query.ts';
import { openRequest } from '../open-request/open-request.ts';
import { personPack } from '../pack/person-pack.query.ts';
import { personRequests } from '../person-requests/person-requests.query.ts';
import { confirmRequest } from './confirm-request.ts';

async function asked() {
  const world = await openHub();
  const desk = await openDesk(world, await world.as('desk_officer', { also: ['supervisor'] }));
  const person = await desk.person();
  const { request } = await act(world.house, desk.officer, openRequest, { person, kind: 'access', identified_by: ['paper', 'card'] });
  return { world, desk, person, request, shut: { name: 'NotFound' } };
}

it('what is kept of her opens only when a second colleague who leads the team confirmed it, once', async () => {
  const { world, desk, person, request, shut } = await asked();
  const { house } = world;
  await expect(ask(house, desk.officer, personPack, { request })).rejects.toMatchObject(shut);
  expect((await ask(house, desk.officer, personRequests, { person })).requests).toMatchObject([{ toConfirm: true, mine: true, packOpen: false }]);
  await expect(act(house, desk.officer, confirmRequest, { request })).rejects.toMatchObject({ code: 'rights.four-eyes' });
  await expect(act(house, await world.as('desk_officer'), confirmRequest, { request })).rejects.toMatchObject({ code: 'core.role-missing' });
  const elsewhere = await world.secondHub();
  await expect(act(house, await elsewhere.as('supervisor'), confirmRequest, { request })).rejects.toMatchObject(shut);
  await expect(ask(house, desk.officer, personPack, { request })).rejects.toMatchObject(shut);
  const second = await world.as('supervisor', { name: 'Sonia Trabelsi' });
  await act(house, second, confirmRequest, { request });
  expect((await ask(house, desk.officer, personPack, { request })).sections.length).toBeGreaterThan(0);
  expect((await ask(house, desk.officer, personRequests, { person })).requests).toMatchObject([{ toConfirm: false, packOpen: true, confirmedBy: 'Sonia Trabelsi' }]);
  await expect(act(house, second, confirmRequest, { request })).rejects.toMatchObject({ code: 'rights.answered-already' });
});

it('where one colleague does everything, whoever answers for the data confirms it from a list that names nobody', async () => {
  const { world, desk, request } = await asked();
  const auditor = await world.as('dpo');
  expect(await ask(world.house, auditor, erasuresWaiting, {})).toBe(1);
  expect((await ask(world.house, auditor, erasures, {})).accesses).toMatchObject([{ id: request, mine: false }]);
  const web = await openWeb(world);
  expect((await web.send(`/rights/${request}/confirm`, {}, auditor, '/rights')).headers.get('location')).toBe('/rights');
  expect(await ask(world.house, auditor, erasuresWaiting, {})).toBe(0);
  expect((await ask(world.house, desk.officer, personPack, { request })).sections.length).toBeGreaterThan(0);
});

it('the button stands on her page for a second colleague and for nobody else', async () => {
  const { world, desk, person, request } = await asked();
  const web = await openWeb(world);
  const button = `/people/${person}/rights/${request}/confirm`;
  for (const reader of [desk.officer, await world.as('desk_officer')]) expect(await (await web.get(`/people/${person}/rights`, reader)).text()).not.toContain(button);
  const second = await world.as('supervisor');
  expect(await (await web.get(`/people/${person}/rights`, second)).text()).toContain(button);
  expect((await web.send(button, {}, second, `/people/${person}/rights`)).headers.get('location')).toBe(`/people/${person}/rights`);
  expect(await (await web.get(`/people/${person}/rights`, desk.officer)).text()).toContain(`/my-data/${request}`);
});
