import { expect, test } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { bringFile } from '#modules/exchange/bring-file/bring-file.ts';
import { clearImport, loadImport, publishImport, undoImport } from '#modules/exchange/public.ts';
import '#modules/exchange/routes.tsx';
import { asCsv, generatedRegistrations } from '#tests/fixtures/generated-registrations.ts';
import { openCall } from '#tests/fixtures/open-call.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { callList } from '../call-list/call-list.query.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { applicationList } from './application-list.query.ts';
import { countedApplications } from './counted-applications.ts';
import { withdrawApplication } from './withdraw-application.ts';
import '../routes.tsx';

test('what is kept counted is what stands there: of a file once it is published, after moves at one moment, and when it is undone', async () => {
  const world = await openHub({ country: 'MA', kind: 'reference-incubator', territory: 'MA-LAA' });
  const { house, network } = world;
  const [manager, supervisor] = [await world.as('hub_manager'), await world.as('supervisor')];
  const { call, code } = await openCall(world, manager, { sexes: ['female'] });
  /** Cells whose kept count is not what the rows say. */
  const wrong = () => ownerQuery(house, `select * from (select state, territory_code, sex, import_id, sum(n)::int as n, sum(m)::int as m from (
      select state, territory_code, sex, import_id, 1 as n, members as m from incubation.application where call_id = $1
      union all select state, territory_code, sex, import_id, -applications, -members from incubation.application_count where call_id = $1) x group by 1, 2, 3, 4) y where n <> 0 or m <> 0`, [call]);
  const total = (actor: Actor, more = {}) => ask(house, actor, applicationList, { call, ...more }).then(({ count }) => count);
  const sheet = (actor: Actor) => ask(house, actor, callSheet, { call }).then(({ counts }) => counts);

  const file = generatedRegistrations({ rows: 60 });
  const { import: of } = await act(house, supervisor, bringFile, { kind: 'registrations', call: code, file: Buffer.from(asCsv(file)).toString('base64'), file_name: 'x', consent: true });
  while (!(await act(house, supervisor, loadImport, { import: of })).finished);
  expect([await total(manager), await sheet(manager), await wrong()]).toEqual([0, [], []]);
  await act(house, supervisor, publishImport, { import: of });
  const rows = await ownerQuery<{ id: string; state: string; territory_code: string; sex: string; age: number; person_id: string; receipt: string }>(house, 'select id, state, territory_code, sex, age, person_id, receipt from incubation.application where call_id = $1 order by id', [call]);
  const applied = rows.filter(({ state }) => state === 'applied');
  expect(rows.length).toBeGreaterThan(40);
  const place = applied[0]!.territory_code;
  expect([await total(manager), await total(manager, { state: 'applied', place }), await wrong()]).toEqual([rows.length, applied.filter((row) => row.territory_code === place).length, []]);
  expect((await ask(house, manager, callList, {})).calls.find(({ id }) => id === call)!.applied).toBe(rows.length);

  // Pages in any order hold everybody once, whoever has no age last; the order is that of the rows.
  const sorted = async (sort: string) => (await Promise.all([1, 2, 3].map((page) => ask(house, manager, applicationList, { call, sort, page })))).flatMap(({ applications }) => applications);
  await ownerQuery(house, 'update incubation.application set age = null where id = any ($1)', [rows.slice(0, 30).map(({ id }) => id)]);
  for (const [sort, key] of [['age', 'age'], ['-age', 'age'], ['submitted', 'submittedAt'], ['-submitted', 'submittedAt'], ['receipt', 'receipt'], ['-receipt', 'receipt']] as const) {
    const shown = await sorted(sort);
    expect(new Set(shown.map(({ id }) => id)).size, sort).toBe(rows.length);
    const known = shown.map((row) => row[key]).filter((value) => value !== null).map((value) => (value instanceof Date ? value.getTime() : value!));
    const inOrder = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect([sort, shown.slice(0, known.length).every((row) => row[key] !== null), known]).toEqual([sort, true, sort.startsWith('-') ? inOrder.reverse() : inOrder]);
  }

  // Six leave at one moment: nobody waits for the count of another, and all are counted.
  const officer = await world.as('desk_officer');
  await Promise.all(applied.slice(0, 6).map(({ id }) => act(house, officer, withdrawApplication, { application: id, reason: 'her_wish' })));
  expect(await wrong()).toEqual([]);
  expect((await sheet(manager)).find(({ state }) => state === 'withdrawn')).toMatchObject({ count: 6, persons: 6 });
  expect((await ask(house, manager, callList, {})).calls.find(({ id }) => id === call)!.applied).toBe(rows.length - 6);

  // Whoever is kept out of somebody is told no count that has her in it: rows are counted. Elsewhere nothing is counted for anybody.
  const apart = await world.as('desk_officer');
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [network, apart.account, applied[7]!.person_id]);
  const kept = (actor: Actor) => inTransaction(house.app, beginFor(actor, { readOnly: true }), (tx) => countedApplications({ tx, network }, [call])).then((counted) => counted.size);
  expect([await kept(officer), await kept(apart), await kept(await (await world.secondHub()).as('supervisor'))]).toEqual([1, 0, 0]);
  expect([await total(officer), await total(apart)]).toEqual([rows.length, rows.length - 1]);

  await act(house, supervisor, undoImport, { import: of });
  expect([await total(manager), await sheet(manager)]).toEqual([0, []]);
  while (!(await act(house, supervisor, clearImport, { import: of })).finished);
  expect(await wrong()).toEqual([]);
});
