import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { answerRequest } from '../answer-request/answer-request.ts';
import { confirmRequest } from '../confirm-request/confirm-request.ts';
import { openRequest } from '../open-request/open-request.ts';
import { requestsWaiting, waitingRequests } from './waiting-requests.query.ts';

async function asked() {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const open = async (name: string, kind: string, due?: string) => {
    const person = await desk.person(name);
    const { request } = await act(house, desk.officer, openRequest, { person, kind, identified_by: ['paper', 'card'], wish: 'Two letters are wrong.' });
    if (due) await ownerQuery(house, 'update rights.request set due_on = $2 where id = $1', [request, due]);
    const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
    return { person, request, code, name };
  };
  return { world, house, desk, open, second: await world.as('supervisor') };
}


it('a second colleague sees what waits for her at her hub, the nearest deadline first, and is told how much', async () => {
  const { world, house, desk, open, second } = await asked();
  expect(await ask(house, second, requestsWaiting, {})).toBe(0);
  const far = await open('زينب الورتاني', 'access');
  const late = await open('وردة الماجري', 'correct', dayAtHub(-1));
  const near = await open('حياة القاسمي', 'erase', dayAtHub(3));
  expect((await ask(house, second, waitingRequests, {})).requests.map(({ code, late: over, near: soon, toConfirm }) => [code, over, soon, toConfirm]))
    .toEqual([[late.code, true, true, false], [near.code, false, true, false], [far.code, false, false, true]]);
  expect(await ask(house, second, requestsWaiting, {})).toBe(3);
  await act(house, second, confirmRequest, { request: far.request });
  expect(await ask(house, second, requestsWaiting, {})).toBe(2);
  await act(house, desk.officer, answerRequest, { request: late.request, answer: 'done' });
  expect((await ask(house, second, waitingRequests, {})).requests.map(({ code }) => code)).toEqual([near.code, far.code]);
  const elsewhere = await (await world.secondHub()).as('supervisor');
  expect([(await ask(house, elsewhere, waitingRequests, {})).requests, await ask(house, elsewhere, requestsWaiting, {})]).toEqual([[], 0]);
});

it('what she wrote down herself is not counted for her: another confirms it', async () => {
  const world = await openHub();
  const both = await world.as('desk_officer', { also: ['supervisor'] });
  const desk = await openDesk(world, both);
  await act(world.house, both, openRequest, { person: await desk.person(), kind: 'access', identified_by: ['paper', 'card'] });
  expect((await ask(world.house, both, waitingRequests, {})).requests).toMatchObject([{ toConfirm: true, mine: true }]);
  expect(await ask(world.house, both, requestsWaiting, {})).toBe(0);
  expect(await ask(world.house, await world.as('supervisor'), requestsWaiting, {})).toBe(1);
});

it('the list stands in her menu with its number, names nobody and leads to the file; nobody else has it', async () => {
  const { world, desk, open, second } = await asked();
  const one = await open('زينب الورتاني', 'access');
  const web = await openWeb(world);
  expect(await (await web.get('/people?lang=en', second)).text()).toMatch(/href="\/rights\/waiting"[^]{0,200}>1</);
  const page = await (await web.get('/rights/waiting?lang=en', second)).text();
  for (const seen of [one.code, `/people/${one.person}/rights`, 'Your confirmation']) expect(page).toContain(seen);
  expect(page).not.toContain(one.name);
  for (const other of [desk.officer, await world.as('hub_manager'), await world.as('dpo'), await world.as('coach')]) expect((await web.get('/rights/waiting', other)).status).toBe(404);
  expect(await (await web.get('/people?lang=en', desk.officer)).text()).not.toContain('/rights/waiting');
});
