import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { askedToSee } from '#tests/fixtures/asked-to-see.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '#modules/rights/routes.tsx';
import { answerRequest } from '../answer-request/answer-request.ts';
import { confirmRequest } from '../confirm-request/confirm-request.ts';
import { openRequest } from '../open-request/open-request.ts';
import { personRequests } from '../person-requests/person-requests.query.ts';
import { personPack } from './person-pack.query.ts';

const knownBy = ['paper', 'card'];

it.each(['refused', 'withdrawn'] as const)('is closed at once when the request is %s, for every login', async (answer) => {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person();
  const request = await askedToSee(world, desk.officer, person);
  await ask(world.house, desk.officer, personPack, { request });
  await act(world.house, desk.officer, answerRequest, { request, answer, ...(answer === 'refused' ? { reason: 'not_proved' } : {}) });
  await expect(ask(world.house, desk.officer, personPack, { request })).rejects.toMatchObject({ name: 'NotFound' });
  expect((await ask(world.house, desk.officer, personRequests, { person })).requests).toMatchObject([{ state: answer, packOpen: false }]);
  expect(await ownerQuery(world.house, 'select person_id from rights.subject where request_id = $1 and until_at > now()', [request])).toEqual([]);
});

it('stays open for its day once it was handed over', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const request = await askedToSee(world, desk.officer, await desk.person());
  await act(world.house, desk.officer, answerRequest, { request, answer: 'done' });
  expect((await ask(world.house, desk.officer, personPack, { request })).sections.length).toBeGreaterThan(0);
});

/** Opens the files of somebody to the login of rights straight in the table, as whoever took over the web's login would. */
const openStraight = ({ house, network, hub }: World, actor: Actor, row: { request: string; person: string; reach?: string; hours?: number }): Promise<unknown> =>
  inTransaction(house.app, beginFor(actor), (tx) => sql`insert into rights.subject (network_id, request_id, person_id, hub_id, reach, until_at)
    values (${network}, ${row.request}, ${row.person}, ${hub}, ${row.reach ?? 'hub'}, now() + make_interval(hours => ${row.hours ?? 1}))`.execute(tx));

it('opens nobody but who asked, and for no longer than a day, whoever writes into the table', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const [person, other] = [await desk.person(), await desk.person('سلمى بن عمر')];
  const second = await world.as('supervisor');
  const { request } = await act(world.house, desk.officer, openRequest, { person, kind: 'access', identified_by: knownBy });
  const refused = { message: expect.stringContaining('row-level security') };
  await expect(openStraight(world, second, { request, person })).rejects.toMatchObject(refused);
  await act(world.house, second, confirmRequest, { request });
  const { request: toCorrect } = await act(world.house, desk.officer, openRequest, { person, kind: 'correct', identified_by: knownBy, wish: 'the year' });
  const { request: toErase } = await act(world.house, desk.officer, openRequest, { person, kind: 'erase', identified_by: knownBy });
  await ownerQuery(world.house, 'delete from rights.subject where request_id = $1', [request]);
  await expect(openStraight(world, second, { request, person: other })).rejects.toMatchObject(refused);
  await expect(openStraight(world, second, { request, person, hours: 25 })).rejects.toMatchObject(refused);
  await expect(openStraight(world, second, { request, person, reach: 'everywhere' })).rejects.toMatchObject(refused);
  await expect(openStraight(world, second, { request: toCorrect, person })).rejects.toMatchObject(refused);
  await expect(openStraight(world, second, { request: toErase, person, reach: 'everywhere' })).rejects.toMatchObject(refused);
  await expect(openStraight(world, desk.officer, { request, person })).rejects.toMatchObject(refused);
  await openStraight(world, second, { request, person });
});
