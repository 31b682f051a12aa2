import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { closeFile } from '../close-file/close-file.ts';
import { fileCounts } from '../figures/file-counts.query.ts';
import { fileList } from '../file-list/file-list.query.ts';
import { fileSheet } from '../file-sheet/file-sheet.query.ts';
import { whoHolds } from '../file-sheet/who-holds.query.ts';
import { endGrant } from '../give-grant/end-grant.ts';
import { giveGrant } from '../give-grant/give-grant.ts';
import { handOverSafely } from '../hand-over-safely/hand-over-safely.ts';
import { handovers } from '../handovers/handovers.query.ts';
import { takeHandover } from '../take-handover/take-handover.ts';
import { writeEntry } from '../write-entry/write-entry.ts';
import { openFile } from './open-file.ts';

const codeOf = async ({ house }: World, person: string): Promise<string> =>
  (await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]))[0]!.code;
const seen = async ({ house }: World, officer: Actor): Promise<string[]> => (await ask(house, officer, fileList, {})).files.map(({ called }) => called);

it('begins with a hand-over, is open to who took it and to no colleague, and changes no ordinary row', async () => {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person('زينب الورتاني'));
  const [amel, salma] = [await world.as('protection_officer'), await world.as('protection_officer')];
  const before = await everyOrdinaryRow(world);
  await act(house, desk.officer, handOverSafely, { ticket });
  const [row] = await ask(house, amel, handovers, {});
  await act(house, amel, takeHandover, { handover: row!.id });
  await expect(act(house, salma, openFile, { handover: row!.id, called: 'Z' })).rejects.toMatchObject({ code: 'confidential.handover-of-another' });
  const { file } = await act(house, amel, openFile, { handover: row!.id, called: 'Fleur' });
  await act(house, amel, writeEntry, { file, kind: 'note', words: 'Elle a peur de rentrer.' });
  expect(await everyOrdinaryRow(world)).toBe(before);
  expect(await ask(house, amel, fileSheet, { file })).toMatchObject({ called: 'Fleur', named: { name: 'زينب الورتاني' }, may: 'write', purpose: 'accompany', entries: [{ kind: 'note', words: 'Elle a peur de rentrer.' }] });
  await expect(act(house, amel, openFile, { code: await codeOf(world, (await idOf(world))), called: 'Encore' })).rejects.toMatchObject({ code: 'confidential.already-mine' });
  expect(await seen(world, salma)).toEqual([]);
  for (const other of [salma, await (await world.secondHub()).as('protection_officer')]) await expect(ask(house, other, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
  for (const role of ['supervisor', 'hub_manager', 'case_worker', 'dpo', 'network_admin'] as const) await expect(ask(house, await world.as(role), fileSheet, { file })).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
  await expect(ask(house, await world.as('protection_officer', { fresh: false }), fileList, {})).rejects.toMatchObject({ code: 'core.not-fresh' });
});

const idOf = async ({ house, network }: World): Promise<string> => (await ownerQuery<{ id: string }>(house, 'select id from people.person where network_id = $1', [network]))[0]!.id;

it('nothing of it stands readable in the rows, and its key is not the person’s', async () => {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const person = await desk.person();
  const officer = await world.as('protection_officer');
  const { file } = await act(house, officer, openFile, { code: await codeOf(world, person), called: 'Qzcalled' });
  await act(house, officer, writeEntry, { file, kind: 'safe_contact', to: '+216 22 345 678', hours: 'Qzhours', words: 'Qzwords' });
  await expect(act(house, officer, openFile, { code: await codeOf(world, person), called: 'Encore' })).rejects.toMatchObject({ code: 'confidential.already-mine' });
  const rows = await ownerQuery(house, `select f::text || coalesce(string_agg(e::text, ''), '') as row from confidential.file f join confidential.entry e on e.file_id = f.id where f.id = $1 group by f.*`, [file]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Qz|22 345|${person}`));
  await house.keys.destroyPersonKey(world.network, person);
  expect(await ask(house, officer, fileSheet, { file })).toMatchObject({ called: 'Qzcalled', contact: { to: '+216 22 345 678' } });
  await house.keys.protected.destroy(world.network, [file]);
  await expect(ask(house, officer, fileSheet, { file })).rejects.toMatchObject({ name: 'KeyDestroyed' });
});

it('opens for a name alone; a code nobody has, an expired certificate and a missing yes are refused', async () => {
  const world = await openHub();
  const { house } = world;
  const officer = await world.as('protection_officer');
  const { file } = await act(house, officer, openFile, { called: 'Yasmine' });
  await expect(act(house, officer, openFile, { code: 'ZZZZ9999', called: 'X' })).rejects.toMatchObject({ code: 'confidential.code-unknown' });
  await expect(act(house, officer, writeEntry, { file, kind: 'safe_referral', to: 'Amal', words: 'Hébergement' })).rejects.toMatchObject({ code: 'confidential.not-agreed' });
  await expect(act(house, officer, writeEntry, { file, kind: 'safe_contact', words: 'x' })).rejects.toMatchObject({ code: 'confidential.to-missing' });
  await act(house, officer, writeEntry, { file, kind: 'safe_referral', to: 'Amal', words: 'Hébergement', agreed: 'on' });
  expect(await ask(house, await world.as('supervisor'), fileCounts, {})).toEqual({ open: null, lately: null, closed: null });
  await act(house, officer, closeFile, { file, why: 'done' });
  await expect(act(house, officer, writeEntry, { file, kind: 'note', words: 'x' })).rejects.toMatchObject({ code: 'confidential.file-closed' });
  await ownerQuery(house, `update network.held_role set trained_on = '2020-01-01' where account_id = $1`, [officer.account]);
  await expect(act(house, officer, openFile, { called: 'X' })).rejects.toMatchObject({ code: 'confidential.not-trained' });
  expect(await ask(house, officer, fileList, {})).toMatchObject({ locked: 'not-trained', files: [] });
  await expect(ask(house, officer, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
});

it('is shared with a colleague for thirty days at most, by another, and taken back', async () => {
  const world = await openHub();
  const { house } = world;
  const [amel, salma] = [await world.as('protection_officer'), await world.as('protection_officer', { name: 'Salma' })];
  const { file } = await act(house, amel, openFile, { called: 'Yasmine' });
  const give = (account: string | null, more = {}) => act(house, amel, giveGrant, { file, account: account!, actions: 'read', purpose: 'advise', days: 30, ...more });
  await expect(give(amel.account)).rejects.toMatchObject({ code: 'confidential.to-oneself' });
  await expect(give((await world.as('case_worker')).account)).rejects.toMatchObject({ code: 'confidential.no-officer' });
  await expect(give(salma.account, { days: 31 })).rejects.toMatchObject({ name: 'InvalidInput' });
  await expect(act(house, salma, giveGrant, { file, account: salma.account!, actions: 'read', purpose: 'advise', days: 1 })).rejects.toMatchObject({ name: 'NotFound' });
  await give(salma.account);
  expect(await seen(world, salma)).toEqual(['Yasmine']);
  await expect(act(house, salma, writeEntry, { file, kind: 'note', words: 'x' })).rejects.toMatchObject({ code: 'confidential.read-only' });
  const { holders, readers } = await ask(house, amel, whoHolds, { file });
  expect(holders.map(({ me, writes }) => [me, writes])).toEqual([[false, false], [true, true]]);
  expect(readers.map(({ name }) => name)).toContain('Salma');
  await expect(act(house, salma, endGrant, { file, account: amel.account! })).rejects.toMatchObject({ code: 'confidential.not-given-by-you' });
  await act(house, amel, endGrant, { file, account: salma.account! });
  expect(await seen(world, salma)).toEqual([]);
  expect((await ask(house, salma, fileList, {})).ended).toHaveLength(1);
});

it('a grant ends by the database’s clock, and the table takes none that is longer, given to oneself, or begun twice', async () => {
  const world = await openHub();
  const { house, network, hub } = world;
  const officer = await world.as('protection_officer');
  const { file } = await act(house, officer, openFile, { called: 'Yasmine' });
  await ownerQuery(house, `update confidential.file_grant set from_at = from_at - interval '30 days', until_at = until_at - interval '30 days' where file_id = $1`, [file]);
  expect(await ask(house, officer, fileList, {})).toMatchObject({ files: [], ended: [{ file }] });
  await expect(act(house, officer, writeEntry, { file, kind: 'note', words: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
  const grant = (more: Record<string, unknown>) => {
    const row = { network_id: network, id: newId(), file_id: file, hub_id: hub, code: 'AAAAAAAA', mark: Buffer.alloc(32), account_id: officer.account, actions: ['read'], purpose: 'advise',
      basis: 'opened', granted_by: null, from_at: new Date(), until_at: new Date(Date.now() + 86_400_000), ...more };
    return ownerQuery(house, `insert into confidential.file_grant (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row));
  };
  await expect(grant({})).rejects.toMatchObject({ constraint: 'file_grant_first' });
  await expect(grant({ basis: 'colleague', granted_by: officer.account })).rejects.toThrow();
  await expect(grant({ until_at: new Date(Date.now() + 31 * 86_400_000) })).rejects.toMatchObject({ code: '23514' });
});
