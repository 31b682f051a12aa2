import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { markMerges } from '#modules/people/merge-persons/mark-merges.ts';
import { mergePersons } from '#modules/people/merge-persons/merge-persons.ts';
import { proposeMerge } from '#modules/people/merge-persons/propose-merge.ts';
import { unmergePersons } from '#modules/people/merge-persons/unmerge-persons.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { fileList } from '../file-list/file-list.query.ts';
import { fileSheet } from '../file-sheet/file-sheet.query.ts';
import { handOverSafely } from '../hand-over-safely/hand-over-safely.ts';
import { handovers } from '../handovers/handovers.query.ts';
import { openFile } from '../open-file/open-file.ts';
import { answerKey } from '../two-keys/answer-key.ts';
import { askEmergency } from '../two-keys/ask-emergency.ts';
import { keyRequests } from '../two-keys/key-requests.query.ts';
import { keepOut } from './keep-out.ts';
import { keptOut } from './kept-out.query.ts';
import { letIn } from './let-in.ts';

/** One woman registered twice. Amel holds a protected file of the first; Salma opened one for the second; a cousin sits at the desk. */
async function openStory() {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const [first, second] = [await desk.person('زينب الورتاني'), await desk.person('وردة الماجري')];
  const codeOf = async (person: string) => (await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]))[0]!.code;
  const [amel, salma, third, cousin, lead] = [await world.as('protection_officer'), await world.as('protection_officer'), await world.as('protection_officer'), await world.as('desk_officer'), await world.as('supervisor')];
  const { file } = await act(house, amel, openFile, { code: await codeOf(first), called: 'Fleur' });
  const { file: other } = await act(house, salma, openFile, { code: await codeOf(second), called: 'Rose' });
  await act(house, desk.officer, handOverSafely, { person: second });
  const merge = async (stays = first) => {
    const { merge: id } = await act(house, desk.officer, proposeMerge, { a: first, b: second, stays, reason: 'registered-twice', words: 'She said so.', despite_warnings: 'on' });
    await act(house, lead, mergePersons, { merge: id });
    return () => act(house, lead, unmergePersons, { merge: id, why: 'They are cousins.' });
  };
  const away = (who: Actor, more = {}, at = file) => act(house, amel, keepOut, { file: at, account: who.account!, named: 'Lui', ...more });
  const back = async () => { for (const each of (await ask(house, amel, keptOut, { file })).kept) await act(house, amel, letIn, { file, exclusion: each.id }); };
  /** What each of the two finds of the second file: Salma the protected one and the hand-over, the cousin the everyday sheet. */
  const finds = async () => [
    (await ask(house, salma, fileList, {})).files.length, (await ask(house, salma, handovers, {})).length,
    (await ask(house, cousin, peopleSearch, { q: 'وردة' })).people.length, await ask(house, cousin, personSheet, { person: second }).then(() => 1, () => 0),
  ];
  return { world, house, desk, first, second, codeOf, amel, salma, third, cousin, file, other, merge, away, back, finds };
}

const both = [1, 1, 1, 1];
const nothing = [0, 0, 0, 0];

it.each(['first', 'second'] as const)('reaches the other file from the merge on, and only until it is undone (%s stays)', async (stays) => {
  const story = await openStory();
  const { salma, cousin, away, merge, back, finds } = story;
  await away(salma);
  await away(cousin, { ordinary: 'on' });
  expect(await finds()).toEqual(both);
  const undo = await merge(story[stays]);
  expect(await finds()).toEqual(nothing);
  await undo();
  expect(await finds()).toEqual(both);
  await merge(story[stays]);
  expect(await finds()).toEqual(nothing);
  await back();
  expect(await finds()).toEqual(both);
});

it('written down after the merge it reaches both files; undone, only the one it was said in', async () => {
  const { salma, cousin, away, merge, finds } = await openStory();
  const undo = await merge();
  expect(await finds()).toEqual(both);
  await away(salma);
  await away(cousin, { ordinary: 'on' });
  expect(await finds()).toEqual(nothing);
  await undo();
  expect(await finds()).toEqual(both);
});

it('holds for the second key: asked by the code of either file it opens both, and to whom she keeps out neither', async () => {
  const { house, amel, salma, third, codeOf, second, file, other, merge, away } = await openStory();
  await merge();
  const turned = async (by: Actor, key: Actor) => {
    const { request } = await act(house, by, askEmergency, { code: await codeOf(second), reason: 'danger', words: 'x' });
    await act(house, key, answerKey, { request, answer: 'agree' });
  };
  await turned(third, amel);
  expect([(await ask(house, third, fileSheet, { file })).may, (await ask(house, third, fileSheet, { file: other })).may]).toEqual(['read', 'read']);
  await away(third);
  for (const each of [file, other]) await expect(ask(house, third, fileSheet, { file: each })).rejects.toMatchObject({ name: 'NotFound' });
  await away(salma);
  await expect(turned(salma, amel)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, amel, openFile, { code: await codeOf(second), called: 'X' })).rejects.toMatchObject({ code: 'confidential.already-mine' });
});

it('follows merges that an earlier version decided: from the next merge on, and at the latest from the night', async () => {
  const { world, house, desk, salma, away, merge, finds } = await openStory();
  await away(salma);
  await merge();
  const forget = () => ownerQuery(house, 'delete from core.same_mark where network_id = $1', [world.network]);
  await forget();
  expect((await finds()).slice(0, 2)).toEqual([1, 1]);
  expect(await act(house, jobOf(world.network), markMerges, {})).toEqual({ files: 2 });
  expect((await finds()).slice(0, 2)).toEqual([0, 0]);
  await forget();
  const [a, b] = [await desk.person('ليلى الشابي'), await desk.person('نورة بن صالح')];
  const { merge: other } = await act(house, desk.officer, proposeMerge, { a, b, stays: a, reason: 'registered-twice', words: 'x', despite_warnings: 'on' });
  await act(house, await world.as('supervisor'), mergePersons, { merge: other });
  expect((await finds()).slice(0, 2)).toEqual([0, 0]);
  expect(await act(house, jobOf(world.network), markMerges, {})).toEqual({ files: 0 });
});

it('keeps out whom she names by a file code, whichever of his files he reads as', async () => {
  const { world, house, desk, amel, salma, file, codeOf } = await openStory();
  const [him, again] = [await desk.person('كريم العيادي'), await desk.person('سمير بوعزيزي')];
  const { merge } = await act(house, desk.officer, proposeMerge, { a: him, b: again, stays: him, reason: 'registered-twice', words: 'x', despite_warnings: 'on' });
  await act(house, await world.as('supervisor'), mergePersons, { merge });
  const asHim = { ...salma, person: again };
  const sees = async () => (await ask(house, asHim, fileList, {})).files.length;
  const { file: mine } = await act(house, asHim, openFile, { called: 'Autre' });
  expect(await sees()).toBe(2);
  await act(house, amel, keepOut, { file, code: await codeOf(him), named: 'Lui' });
  await ownerQuery(house, 'update confidential.file_grant set account_id = $2 where file_id = $1', [file, salma.account]);
  expect(await sees()).toBe(2);
  await expect(ask(house, asHim, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
  expect(await ask(house, asHim, fileSheet, { file: mine })).toMatchObject({ may: 'write' });
});

it('ends by its own source only: what another file wants of the same colleague still holds', async () => {
  const { house, amel, salma, other, cousin, file, merge, away, finds } = await openStory();
  await merge();
  await away(cousin, { ordinary: 'on' });
  const { kept: [one] } = await ask(house, amel, keptOut, { file });
  await act(house, salma, keepOut, { file: other, account: cousin.account!, named: 'Lui', ordinary: 'on' });
  await act(house, amel, letIn, { file, exclusion: one!.id });
  expect((await finds()).slice(2)).toEqual([0, 0]);
  const { kept: [two] } = await ask(house, salma, keptOut, { file: other });
  await act(house, salma, letIn, { file: other, exclusion: two!.id });
  expect((await finds()).slice(2)).toEqual([1, 1]);
});

it('a request she made before, and nobody answered, reaches nobody any more and looks to her as it did', async () => {
  const { house, salma, third, first, codeOf, away, amel } = await openStory();
  const { request } = await act(house, third, askEmergency, { code: await codeOf(first), reason: 'danger', words: 'x' });
  await away(third);
  for (const officer of [salma, amel]) await expect(act(house, officer, answerKey, { request, answer: 'agree' })).rejects.toMatchObject({ name: 'NotFound' });
  expect((await ask(house, third, keyRequests, {})).mine).toMatchObject([{ id: request, state: 'waiting' }]);
  for (const officer of [salma, amel]) expect((await ask(house, officer, keyRequests, {})).waiting).toEqual([]);
});
