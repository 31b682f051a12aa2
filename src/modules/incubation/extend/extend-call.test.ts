import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { applicationSheet } from '../application/application-sheet.query.ts';
import { turnCall } from '../call/turn-call.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { openCall } from '../open-calls/open-calls.query.ts';
import { extendCall } from './extend-call.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });
const day = (days: number): string => clockIn('Africa/Tunis', new Date(Date.now() + days * 86_400_000)).date;

it('a closing moves later, before it came, by who leads, with a reason everybody reads; who handed in before keeps the age counted then', async () => {
  const test = await callToAnswer(await openHub(), { age_lowest: 18, age_highest: 35 });
  const { world, world: { house, network }, manager, officer, call } = test;
  const reason = { fr: 'La route était coupée par les inondations', ar: 'الطريق مقطوعة بسبب الفيضانات' };
  const extend = (more: Record<string, unknown> = {}, by = manager) => act(house, by, extendCall, { call, closes: day(14), closes_hour: '17:00', reason, ...more });
  await expect(extend()).rejects.toMatchObject(refused('closing-not-movable'));
  await test.publish();
  for (const by of [officer, await world.as('funding_officer')]) await expect(extend({}, by)).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(extend({ closes: day(9) })).rejects.toMatchObject(refused('closing-not-later'));
  await expect(extend({ closes: day(10) })).rejects.toMatchObject(refused('closing-not-later'));
  await expect(extend({ reason: {} })).rejects.toMatchObject({ name: 'InvalidInput' });

  // Both are thirty-five on the first day of closing and thirty-six the day after.
  const before = (await ask(house, officer, callSheet, { call })).call;
  const born = `${Number(before.closes_on.slice(0, 4)) - 36}${new Date(Date.parse(before.closes_on) + 86_400_000).toISOString().slice(4, 10)}`;
  const apply = async (name: string) => {
    const { application } = await test.begin(await test.woman(name, { birth_year: Number(born.slice(0, 4)) }));
    await test.save(application);
    return application;
  };
  const early = await apply('سعاد الطرابلسي');
  await test.submit(early, { born });
  await extend();
  const after = await ask(house, officer, callSheet, { call });
  expect([after.call.closes_on, after.moves]).toMatchObject([day(14), [{ n: 1, from: before.closes_at, to: after.call.closes_at, reason }]]);
  expect((await ask(house, visitor(network), openCall, { code: before.code })).moves).toMatchObject([{ reason }]);
  const late = await apply('منى القفصي');
  await expect(test.submit(late, { born })).rejects.toMatchObject({ ...refused('not-eligible'), offer: { reasons: ['too_old'] } });
  expect((await ask(house, officer, applicationSheet, { application: early })).application).toMatchObject({ state: 'applied', age: 35 });

  // Two jobs wait; that of the first closing leaves the call open. Anybody reads the reason.
  const jobs = await ownerQuery(house, `select 1 from graphile_worker._private_jobs where payload ->> 'network' = $1 and payload ->> 'action' = 'incubation.turn-call'`, [network]);
  expect([jobs.length, await act(house, visitor(network, 'job'), turnCall, { call })]).toEqual([2, { state: 'open' }]);
  const web = await openWeb(world);
  expect(await (await web.get(`/open-calls/${before.code}?lang=fr`)).text()).toContain('La route était coupée par les inondations');

  // Past every action: no move without its row, none rewritten, none back.
  const bySql = (statement: string) => inTransaction(house.app, beginFor(manager), (tx) => sql.raw(statement).execute(tx), false);
  await expect(bySql(`update incubation.call set closes_at = closes_at + interval '1 day' where id = '${call}'`)).rejects.toThrow('keeps its rules');
  await expect(bySql(`update incubation.call set closes_at = '${before.closes_at.toISOString()}', closes_on = '${before.closes_on}' where id = '${call}'`)).rejects.toThrow('keeps its rules');
  await expect(bySql(`update incubation.call set papers = '[]' where id = '${call}'`)).rejects.toThrow('keeps its rules');
  // Written back to an hour ago, or in a colleague's name, a move is none.
  for (const [at, by] of [[`now() - interval '1 hour'`, manager.account], ['now()', officer.account]]) {
    await expect(bySql(`insert into incubation.call_extension (network_id, hub_id, call_id, n, closes_from, closes_to, day_from, day_to, reason, moved_at, moved_by)
      select network_id, hub_id, id, 9, closes_at, closes_at + interval '1 day', closes_on, closes_on, '{"fr": "essai"}', ${at}, '${by}' from incubation.call where id = '${call}'`)).rejects.toThrow('row-level security');
  }
  await expect(bySql(`delete from incubation.call_extension where call_id = '${call}'`)).rejects.toThrow('permission denied');
  await extend({ closes: day(20) });
  expect((await ask(house, officer, callSheet, { call })).moves.map(({ n }) => n)).toEqual([2, 1]);
  await ownerQuery(house, `insert into incubation.call_extension (network_id, hub_id, call_id, n, closes_from, closes_to, day_from, day_to, reason, moved_at)
    select network_id, hub_id, id, 20, closes_at, closes_at + interval '1 second', closes_on, closes_on, '{"fr": "essai"}', now() from incubation.call where id = $1`, [call]);
  await expect(extend({ closes: day(30) })).rejects.toMatchObject(refused('extended-too-often'));
  await ownerQuery(house, `update incubation.call set state = 'closed' where id = $1`, [call]);
  await expect(extend({ closes: day(30) })).rejects.toMatchObject(refused('closing-not-movable'));
});
