import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { caseList } from '#modules/accompaniment/case-list/case-list.query.ts';
import { casesOfPerson } from '#modules/accompaniment/cases-of-person/cases-of-person.query.ts';
import { releaseMessage } from '#modules/messages/release/release-message.ts';
import { addDocument } from '#modules/documents/add-document/add-document.ts';
import '#modules/documents/routes.tsx';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import '#modules/messages/routes.tsx';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { mergePersons } from '../merge-persons/merge-persons.ts';
import { proposeMerge } from '../merge-persons/propose-merge.ts';
import { unmergePersons } from '../merge-persons/unmerge-persons.ts';
import { recordConsent } from '../record-consent/record-consent.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { whoLooked } from '../who-looked/who-looked.ts';
import { lifeNotes } from '../write-life-note/life-notes.ts';
import { writeLifeNote } from '../write-life-note/write-life-note.ts';

/** A woman who is accompanied, and the second file somebody registered of her, with a phone. */
async function openStory(how = {}) {
  const story = await openAccompanied(how);
  const { world: { house }, desk, supervisor, woman } = story;
  const { person: other } = await act(house, desk.officer, registerPerson, { name: 'وردة الماجري', phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' });
  const merge = async () => {
    const { merge: id } = await act(house, desk.officer, proposeMerge, { a: other, b: woman, stays: other, reason: 'registered-twice', words: 'x', despite_warnings: 'on' });
    await act(house, supervisor, mergePersons, { merge: id });
    return () => act(house, supervisor, unmergePersons, { merge: id, why: 'x' });
  };
  return { ...story, house, other, merge };
}

/** Runs one statement as a member of staff, through her own connection, and takes it back. */
async function tryAs({ app }: House, actor: Actor, text: string, values: readonly unknown[]): Promise<number> {
  const client = await app.connect();
  try {
    await client.query(beginFor(actor));
    const { rowCount } = await client.query(text, [...values]);
    await client.query('set constraints all immediate');
    return rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

it('notes, looks and files of one woman are read together, whichever file one asks by, and apart again when undone', async () => {
  const { house, desk, supervisor, woman, other, merge, file } = await openStory();
  await desk.visit(woman);
  await desk.visit(other);
  await act(house, desk.officer, writeLifeNote, { person: woman, kind: 'household', note: 'Trois enfants' });
  await act(house, desk.officer, writeLifeNote, { person: other, kind: 'situation', note: 'Seule' });
  const told = async (person: string) => [
    (await ask(house, desk.officer, lifeNotes, { person })).map(({ note }) => note).sort(),
    new Set((await ask(house, supervisor, whoLooked, { person })).filter(({ outcome }) => outcome === 'opened').map(({ id }) => id)).size,
    (await ask(house, desk.officer, casesOfPerson, { person })).files.map(({ id }) => id),
  ];
  const before = [await told(woman), await told(other)];
  expect(before.map(([notes, , files]) => [notes, files])).toEqual([[['Trois enfants'], [file]], [['Seule'], []]]);
  const undo = await merge();
  const [one, two] = [await told(woman), await told(other)];
  expect([one[0], one[2], two[0], two[2]]).toEqual([['Seule', 'Trois enfants'], [file], ['Seule', 'Trois enfants'], [file]]);
  expect(Number(two[1])).toBeGreaterThan(Number(before[1]![1]));
  await undo();
  expect((await told(woman))[0]).toEqual(['Trois enfants']);
});

it('a message written for one file leaves by the phone that stands in the other', async () => {
  const { world, house, desk, woman, other, merge } = await openStory({ demo: true });
  const always = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { first: { opens: '00:00', closes: '12:00' }, second: { opens: '12:00', closes: '23:59' } }]));
  await act(house, await world.as('hub_manager'), setHubHours, { ordinary: always });
  await act(house, desk.officer, recordConsent, { person: other, purpose: 'contact', answer: 'given', channel: 'written', language: 'ar-TN' });
  await merge();
  const { message, reason } = await act(house, jobOf(world.network), queueMessage, { hub: world.hub, person: woman, template: 'come-by', params: {} });
  expect(reason).toBeNull();
  await ownerQuery(house, "update messages.message set queued_at = now() - interval '1 hour', due_at = now() - interval '11 minutes' where id = $1", [message]);
  expect(await act(house, jobOf(world.network), releaseMessage, { message: message! })).toMatchObject({ letter: { to: '+21620123456' } });
});

it('a colleague kept apart from one file finds neither the line nor the number of what is written under the other', async () => {
  const { world, house, woman, other, merge, file, plan, supervisor } = await openStory();
  await plan('2031-01-01');
  const apart = await world.as('supervisor');
  const seen = async (reader: Actor) => {
    const { files, count } = await ask(house, reader, caseList, {});
    const rows = await Promise.all(['accompaniment.goal', 'accompaniment.step', 'core.event'].map((table) =>
      tryAs(house, reader, `select id from ${table} where network_id = $1 and person_id = $2`, [world.network, woman])));
    return [files.length, count, ...rows.map((many) => many > 0)];
  };
  const all = [1, 1, true, true, true];
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [world.network, apart.account, other]);
  expect(await seen(apart)).toEqual(all);
  const undo = await merge();
  expect(await seen(apart)).toEqual([0, 0, false, false, false]);
  expect(await seen(supervisor)).toEqual(all);
  await expect(ask(house, apart, casesOfPerson, { person: woman })).resolves.toEqual({ files: [] });
  expect(await tryAs(house, apart, "select id from core.look where person_id = $1", [woman])).toBe(0);
  await undo();
  expect(await seen(apart)).toEqual(all);
  expect(file).toBeTruthy();
});

it('a paper goes to her file from either of her sheets', async () => {
  const { house, coach, other, merge, file } = await openStory();
  const paper = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF').toString('base64');
  const add = () => act(house, coach, addDocument, { person: other, paper: 'other', case: file, file: paper });
  await expect(add()).rejects.toMatchObject({ name: 'NotFound' });
  const undo = await merge();
  await expect(add()).resolves.toMatchObject({ case: file });
  await undo();
  await expect(add()).rejects.toMatchObject({ name: 'NotFound' });
});

it('the map of identities takes nothing that no decision says', async () => {
  const { world: { network, hub }, house, desk, supervisor, woman, other, merge } = await openStory();
  const join = 'insert into core.same_person (network_id, person_id, survivor_id, into_id, merge_id) values ($1, $2, $2, null, null), ($1, $3, $2, $2, $4)';
  await expect(tryAs(house, desk.officer, join, [network, woman, other, network])).rejects.toMatchObject({ code: '42501' });
  const propose = "insert into people.merge (network_id, id, hub_id, survivor_id, absorbed_id, reason, words, state, proposed_by, proposed_at, decided_by, decided_at, alone) values ($1, $2, $3, $4, $5, 'other', 'x', 'merged', $6, now(), $6, now(), true)";
  await expect(tryAs(house, desk.officer, propose, [network, network, hub, woman, other, desk.officer.account])).rejects.toMatchObject({ code: '42501' });
  const undo = await merge();
  await expect(tryAs(house, supervisor, 'update core.same_person set into_id = null, merge_id = null, survivor_id = person_id where person_id = $1', [woman])).rejects.toMatchObject({ code: '42501' });
  await expect(tryAs(house, supervisor, 'delete from core.same_person where person_id = $1', [woman])).rejects.toMatchObject({ code: '42501' });
  await expect(tryAs(house, supervisor, "update people.merge set state = 'proposed', decided_by = null, decided_at = null where network_id = $1", [network])).rejects.toMatchObject({ code: '42501' });
  const [{ merge_id: id }] = await ownerQuery<{ merge_id: string }>(house, 'select merge_id from core.same_person where person_id = $1', [woman]) as [{ merge_id: string }];
  await undo();
  await expect(tryAs(house, supervisor, join, [network, other, woman, id])).rejects.toMatchObject({ code: '42501' });
});
