import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { fileCounts } from '../figures/file-counts.query.ts';
import { protectedFigures } from '../figures/protected-figures.query.ts';
import { fileList } from '../file-list/file-list.query.ts';
import { fileSheet } from '../file-sheet/file-sheet.query.ts';
import { giveGrant } from '../give-grant/give-grant.ts';
import { handOverSafely } from '../hand-over-safely/hand-over-safely.ts';
import { handovers } from '../handovers/handovers.query.ts';
import { openFile } from '../open-file/open-file.ts';
import { writeEntry } from '../write-entry/write-entry.ts';
import { keepOut } from './keep-out.ts';
import { keptOut } from './kept-out.query.ts';
import { letIn } from './let-in.ts';

/** A woman at the desk with a protected file; Amel holds it, Salma is another protection officer. */
async function openStory() {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني');
  const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  const [amel, salma] = [await world.as('protection_officer'), await world.as('protection_officer')];
  const { file } = await act(house, amel, openFile, { code: code.toLowerCase().replace('-', ' '), called: 'Fleur' });
  const away = (who: Actor, more = {}) => act(house, amel, keepOut, { file, account: who.account!, named: 'Lui', tie: 'cousin', ...more });
  return { world, house, desk, person, code, amel, salma, file, away };
}

/** How many protected files a reader's own connection counts. */
async function throughThePolicies({ protected: pool }: House, reader: Actor): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(beginFor(reader));
    return (await client.query<{ n: number }>('select count(*)::int as n from confidential.counted_file')).rows[0]!.n;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

it('beats a grant, a hand-over and the file code, and is taken back', async () => {
  const { house, desk, person, code, amel, salma, file, away } = await openStory();
  await act(house, amel, giveGrant, { file, account: salma.account!, actions: 'write', purpose: 'stand_in', days: 30 });
  await act(house, desk.officer, handOverSafely, { person });
  const ticket = await desk.visit(person);
  await act(house, desk.officer, handOverSafely, { ticket });
  expect(await ask(house, salma, fileList, {})).toMatchObject({ files: [{ called: 'Fleur' }] });
  expect(await ask(house, salma, handovers, {})).toHaveLength(1);
  await away(salma);
  expect(await ask(house, salma, fileList, {})).toEqual({ locked: null, files: [], ended: [] });
  expect(await ask(house, salma, handovers, {})).toEqual([]);
  await expect(ask(house, salma, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, salma, writeEntry, { file, kind: 'note', words: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, salma, openFile, { code, called: 'X' })).rejects.toMatchObject({ code: 'confidential.code-unknown' });
  await expect(act(house, amel, giveGrant, { file, account: salma.account!, actions: 'read', purpose: 'advise', days: 1 })).rejects.toMatchObject({ code: 'confidential.kept-out' });
  await expect(away(salma)).rejects.toMatchObject({ code: 'confidential.already-kept-out' });
  const { kept } = await ask(house, amel, keptOut, { file });
  expect(kept).toMatchObject([{ named: 'Lui', tie: 'cousin', colleague: true }]);
  await act(house, amel, letIn, { file, exclusion: kept[0]!.id });
  expect(await ask(house, salma, fileList, {})).toMatchObject({ files: [{ called: 'Fleur' }] });
});

it('reaches her files at every hub, also those opened later', async () => {
  const { world, house, desk, person, amel, file, away } = await openStory();
  const elsewhere = await world.secondHub();
  await ownerQuery(house, `insert into people.enrolment (network_id, id, hub_id, person_id, via, since) values ($1, gen_random_uuid(), $2, $3, 'told', now())`, [world.network, elsewhere.hub, person]);
  const brother = await elsewhere.as('protection_officer');
  await away(brother);
  const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  await expect(act(house, brother, openFile, { code, called: 'X' })).rejects.toMatchObject({ code: 'confidential.code-unknown' });
  await act(house, await elsewhere.as('desk_officer'), handOverSafely, { person });
  expect(await ask(house, brother, handovers, {})).toEqual([]);
  expect(await ask(house, await elsewhere.as('protection_officer'), handovers, {})).toHaveLength(1);
  expect([desk.officer.hub, (await ask(house, amel, fileSheet, { file })).called]).toEqual([world.hub, 'Fleur']);
});

it('does not even count her, for a supervisor or an auditor whom she keeps out; a manager counts nothing at all', async () => {
  const { world, house, amel, away } = await openStory();
  const [lead, other, manager, dpo] = [await world.as('supervisor'), await world.as('supervisor'), await world.as('hub_manager'), await world.as('dpo')];
  for (let i = 0; i < 10; i++) await act(house, amel, openFile, { called: `N${i}` });
  await ownerQuery(house, `update confidential.counted_file set opened_at = opened_at - interval '1 year' where network_id = $1`, [world.network]);
  await expect(ask(house, manager, protectedFigures, {})).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(ask(house, manager, fileCounts, {})).rejects.toMatchObject({ code: 'core.role-missing' });
  expect(await throughThePolicies(house, manager)).toBe(0);
  for (const reader of [lead, dpo]) expect((await ask(house, reader, protectedFigures, {}))[0]!.opened).toBe(10);
  for (const reader of [lead, dpo]) await away(reader);
  expect((await ask(house, lead, fileCounts, {})).open).toBe(10);
  expect(await throughThePolicies(house, lead)).toBe(10);
  expect(await throughThePolicies(house, other)).toBe(11);
  await ownerQuery(house, `delete from confidential.counted_file where file_id in (select file_id from confidential.counted_file where network_id = $1 and mark not in (select mark from confidential.exclusion) limit 1)`, [world.network]);
  for (const reader of [lead, dpo]) expect((await ask(house, reader, protectedFigures, {}))[0]!.opened).toBeNull();
  expect((await ask(house, lead, fileCounts, {})).open).toBeNull();
  expect((await ask(house, other, protectedFigures, {}))[0]!.opened).toBe(10);
});

it('hides her ordinary sheet from a colleague only when she asks for it', async () => {
  const { house, desk, person, amel, file, away } = await openStory();
  const cousin = desk.officer;
  const finds = async () => (await ask(house, cousin, peopleSearch, { q: 'زينب' })).people.length;
  await away(cousin);
  expect(await finds()).toBe(1);
  const { kept } = await ask(house, amel, keptOut, { file });
  await act(house, amel, letIn, { file, exclusion: kept[0]!.id });
  await away(cousin, { ordinary: 'on' });
  expect(await finds()).toBe(0);
  await expect(ask(house, cousin, personSheet, { person })).rejects.toMatchObject({ name: 'NotFound' });
  const again = await ask(house, amel, keptOut, { file });
  await act(house, amel, letIn, { file, exclusion: again.kept[0]!.id });
  expect(await finds()).toBe(1);
});

it('nobody keeps herself out, nor names somebody who is not there', async () => {
  const { house, world, amel, file, away } = await openStory();
  await expect(away(amel)).rejects.toMatchObject({ code: 'confidential.keep-out-oneself' });
  await expect(away({ ...amel, account: world.hub })).rejects.toMatchObject({ code: 'confidential.colleague-unknown' });
  await expect(act(house, amel, keepOut, { file, code: 'NOSUCH11', named: 'Lui' })).rejects.toMatchObject({ code: 'confidential.code-unknown' });
  await act(house, amel, keepOut, { file, named: 'Lui' });
  expect((await ask(house, amel, keptOut, { file })).kept).toMatchObject([{ named: 'Lui', colleague: false }]);
});
