import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { addDocument } from './add-document/add-document.ts';
import { documentFile } from './document/document-file.query.ts';
import { documentList } from './document/document-list.query.ts';
import { documentSheet } from './document/document-sheet.query.ts';
import { mostShelfBytes } from './document/shelf.ts';
import './routes.tsx';
import { renameDocument } from './rename-document/rename-document.ts';
import { withdrawDocument } from './withdraw-document/withdraw-document.ts';

let world: World;
let desk: Desk;
let woman: string;
let photo: Buffer;
const canary = 'canary-Qz81-tuyau';

beforeAll(async () => {
  world = await openHub();
  desk = await openDesk(world);
  woman = await desk.person();
  await desk.visit(woman);
  const noise = Buffer.from(Array.from({ length: 900 * 900 * 3 }, (_, i) => (i * 2_654_435_761) >>> 13));
  photo = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } }).jpeg({ quality: 90 }).withExif({ IFD0: { ImageDescription: canary } }).toBuffer();
});

const add = (more: Record<string, unknown> = {}, by: Actor = desk.officer) =>
  act(world.house, by, addDocument, { person: woman, paper: 'identity_card', file: photo.toString('base64'), file_name: 'C:\\scan\\CIN Khadija.jpg', ...more });
const list = (by: Actor = desk.officer, person = woman) => ask(world.house, by, documentList, { person });
const file = (document: string, by: Actor = desk.officer) => ask(world.house, by, documentFile, { document });

describe('a document', () => {
  it('is kept under the name of its file, sealed in pieces, and opens as a picture without what the camera wrote', async () => {
    expect(photo.includes(canary)).toBe(true);
    const { document } = await add();
    const { documents, open } = await list();
    expect(open).toBe(true);
    expect(documents.find(({ id }) => id === document)).toMatchObject({ title: 'CIN Khadija', paper: 'identity_card', mediaType: 'image/jpeg', addedBy: 'Amina Ben Salah' });
    const opened = Buffer.from((await file(document)).content, 'base64');
    expect(await sharp(opened).metadata()).toMatchObject({ width: 900, height: 900 });
    expect(opened.includes(canary)).toBe(false);
    const pieces = await ownerQuery<{ n: number; sealed: Buffer }>(world.house, 'select n, sealed from documents.piece where document_id = $1 order by n', [document]);
    expect(pieces.length).toBe(Math.ceil(opened.length / 262_144));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.some(({ sealed }) => sealed.includes(opened.subarray(1_000, 1_032)))).toBe(false);
  });

  it('no longer opens when two pieces change places, or one is gone', async () => {
    const { document } = await add();
    const move = (from: number, to: number) => ownerQuery(world.house, 'update documents.piece set n = $3 where document_id = $1 and n = $2', [document, from, to]);
    for (const [from, to] of [[0, 20], [1, 0], [20, 1]] as const) await move(from, to);
    await expect(file(document)).rejects.toThrow();
    await ownerQuery(world.house, 'delete from documents.piece where document_id = $1 and n = 1', [document]);
    await expect(file(document)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('leaves a trace of every opening, and an event without title or kind of paper', async () => {
    const { document } = await add({ title: canary });
    await file(document);
    const looks = await ownerQuery<{ fields: string[] }>(world.house, `select fields from core.look where person_id = $1 and action = 'documents.document-file'`, [woman]);
    expect(looks.at(-1)!.fields).toContain('documents.piece.sealed');
    const events = await ownerQuery<{ body: object; compartment: string }>(world.house, 'select body, compartment from core.event where subject_id = $1', [document]);
    expect(events).toMatchObject([{ compartment: 'C1a', body: { of: 'identity', media_type: 'image/jpeg' } }]);
    expect(JSON.stringify(events)).not.toMatch(/canary|identity_card/);
  });

  it('gets another title, and is withdrawn: its bytes are gone, the row says why', async () => {
    const { document } = await add();
    await act(world.house, desk.officer, renameDocument, { document, title: 'Carte, recto' });
    expect(await ask(world.house, desk.officer, documentSheet, { document })).toMatchObject({ title: 'Carte, recto', person: woman });
    const shelf = () => ownerQuery<{ documents: number }>(world.house, 'select documents from documents.shelf where hub_id = $1', [world.hub]);
    const [before] = await shelf();
    await act(world.house, desk.officer, withdrawDocument, { document, why: 'her_wish' });
    expect((await shelf())[0]!.documents).toBe(before!.documents - 1);
    await expect(file(document)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, desk.officer, withdrawDocument, { document, why: 'her_wish' })).rejects.toMatchObject({ name: 'NotFound' });
    expect(await ownerQuery(world.house, 'select n from documents.piece where document_id = $1', [document])).toEqual([]);
    expect((await list()).documents.find(({ id }) => id === document)).toMatchObject({ title: null, withdrawnWhy: 'her_wish' });
  });

  it('of the business is ordinary; who reads persons reads it, and one of identity she does not', async () => {
    const { document: registration } = await add({ paper: 'business_registration' });
    const { document: card } = await add();
    const manager = await world.as('hub_manager');
    expect((await list(manager)).documents.map(({ id }) => id)).toEqual([registration]);
    await expect(file(card, manager)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(add({}, manager)).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('who may not', () => {
  it('opens no paper of identity when nothing is open for her; adding one is possible all the same', async () => {
    const other = await desk.person('سعيدة بن عمر', 1991);
    const { document } = await add({ person: other });
    expect(await list(desk.officer, other)).toMatchObject({ open: false, documents: [] });
    await expect(file(document)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is another hub, a coach who does not accompany her, and anybody with a document that never was', async () => {
    const { document } = await add();
    const neighbour = await (await world.secondHub()).as('case_worker');
    const coach = await world.as('coach');
    for (const actor of [neighbour, coach]) {
      await expect(file(document, actor)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(list(actor)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(add({}, actor)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(act(world.house, actor, withdrawDocument, { document, why: 'mistaken' })).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(file(newId())).rejects.toMatchObject({ name: 'NotFound' });
    await expect(add({ case: newId() })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(world.house, await world.as('trainer'), documentList, { person: woman })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('what is not kept', () => {
  it.each([
    ['file-kind', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['file-heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['file-damaged', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['file-active', Buffer.from('%PDF-1.4\n1 0 obj<</S/Java#53cript/JS(app.alert(1))>>endobj\ntrailer<<>>\n%%EOF')],
    ['file-locked', Buffer.from('%PDF-1.4\ntrailer<</Encrypt 4 0 R>>\n%%EOF')],
    ['file-mixed', Buffer.from('%PDF-1.4\n<html><script>x</script>\n%%EOF')],
    ['file-too-big', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(6 * 1024 * 1024)])],
  ])('%s', async (code, content) => {
    await expect(add({ file: content.toString('base64') })).rejects.toMatchObject({ code: `documents.${code}`, field: 'file' });
  });

  it('nothing at all, and what is no base64', async () => {
    await expect(add({ file: '' })).rejects.toMatchObject({ problems: [{ field: 'file', code: 'required' }] });
    await expect(add({ file: 'not base64!' })).rejects.toMatchObject({ problems: [{ field: 'file' }] });
    await expect(add({ file: '=' })).rejects.toMatchObject({ problems: [{ field: 'file' }] });
  });

  it('more than the shelf of a hub holds', async () => {
    const full = await openHub();
    const there = await openDesk(full);
    const person = await there.person();
    await ownerQuery(full.house, 'insert into documents.shelf values ($1, $2, $3, 1)', [full.network, full.hub, mostShelfBytes - 10]);
    await expect(act(full.house, there.officer, addDocument, { person, paper: 'photo', file: photo.toString('base64') })).rejects.toMatchObject({ code: 'documents.shelf-full' });
  });
});
