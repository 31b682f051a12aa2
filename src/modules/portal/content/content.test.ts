import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { addMedium } from './add-medium.ts';
import { beginContent } from './begin-content.ts';
import { contentPageQuery } from './content-page.query.ts';
import { contentSheet } from './content-sheet.query.ts';
import { mediumFile } from './medium-file.query.ts';
import { readPicture } from './picture-file.ts';
import { publishContent } from './publish-content.ts';
import { removeMedium } from './remove-medium.ts';
import { withdrawContent } from './withdraw-content.ts';
import { writeVersion } from './write-version.ts';

let world: World;
let editor: Actor;
let web: Web;
beforeAll(async () => {
  world = await openHub();
  editor = await world.as('hub_manager');
  web = await openWeb(world);
});

const begin = async () => (await act(world.house, editor, beginContent, { kind: 'article', lang: 'ar', title: 'الورشة', body: 'فقرة أولى.\n\nفقرة ثانية <b>عادية</b>.' })).item;
const write = (item: string, more: object) => act(world.house, editor, writeVersion, { item, lang: 'fr', title: 'L’atelier', body: 'Texte.', status: 'machine', ...more });
const anyone = () => visitor(world.network);

describe('an item in several languages', () => {
  it('is seen by nobody else until it is published, and not after it is withdrawn', async () => {
    const item = await begin();
    await expect(ask(world.house, anyone(), contentPageQuery, { item })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, editor, publishContent, { item });
    expect((await ask(world.house, anyone(), contentPageQuery, { item })).versions.map(({ lang }) => lang)).toEqual(['ar']);
    await act(world.house, editor, withdrawContent, { item });
    await expect(ask(world.house, anyone(), contentPageQuery, { item })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('keeps the same address when the language is switched, marks what a machine wrote, and shows markup as text', async () => {
    const item = await begin();
    await write(item, {});
    await act(world.house, editor, publishContent, { item });
    const arabic = await (await web.get(`/content/${item}?lang=ar`)).text();
    expect(arabic).toContain('dir="rtl"');
    expect(arabic).toContain('&lt;b&gt;عادية&lt;/b&gt;');
    expect(arabic.match(/<p>فقرة/g)).toHaveLength(2);
    expect(arabic).toContain(`href="/content/${item}?in=fr"`);
    const french = await (await web.get(`/content/${item}?in=fr&lang=ar`)).text();
    expect(french).toContain('L’atelier');
    expect(french).toContain('ترجمة آلية');
  });

  it('has one original, and a version changed meanwhile is not overwritten', async () => {
    const item = await begin();
    await expect(write(item, { status: 'original' })).rejects.toMatchObject({ code: 'portal.one-original' });
    await expect(write(item, { lang: 'ar', status: 'human' })).rejects.toMatchObject({ code: 'portal.one-original' });
    await write(item, {});
    const seen = (await ask(world.house, editor, contentSheet, { item })).versions.find(({ lang }) => lang === 'fr')!.changedAt.toISOString();
    await write(item, { seen, status: 'human' });
    await expect(write(item, { seen, body: 'Autre.' })).rejects.toMatchObject({ code: 'portal.changed-meanwhile' });
  });

  it('is written by its own hub only', async () => {
    const item = await begin();
    const other = await (await world.secondHub()).as('hub_manager');
    for (const tried of [() => act(world.house, other, writeVersion, { item, lang: 'fr', title: 'x', body: 'x', status: 'human' }), () => act(world.house, other, publishContent, { item }), () => ask(world.house, other, contentSheet, { item })]) {
      await expect(tried()).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(act(world.house, await world.as('desk_officer'), beginContent, { kind: 'news', lang: 'fr', title: 'x', body: 'x' })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

/** One segment of a JPEG. */
const segment = (mark: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, mark, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
const jpeg = Buffer.concat([
  Buffer.from('ffd8', 'hex'), segment(0xe0, Buffer.from('JFIF\0')), segment(0xe1, Buffer.from('Exif\0\0GPS 36.8 10.18')), segment(0xfe, Buffer.from('taken at home')),
  segment(0xdb, Buffer.alloc(65, 1)), segment(0xda, Buffer.alloc(10, 2)), Buffer.from([1, 2, 0xff, 0, 3]), Buffer.from('ffd9', 'hex'), Buffer.from('<script>trailer</script>'),
]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what stands beside an item', () => {
  const add = (item: string, more: object) => act(world.house, editor, addMedium, { item, words: { fr: 'Une cour' }, ...more });

  it('a picture is judged by its content and loses where it was taken', async () => {
    const item = await begin();
    const { medium } = await add(item, { file: jpeg.toString('base64') });
    await expect(ask(world.house, anyone(), mediumFile, { medium })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, editor, publishContent, { item });
    const answer = await web.get(`/media/${medium}`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'nosniff']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    for (const told of ['GPS', 'home', 'script']) expect(bytes.includes(told)).toBe(false);
    expect(bytes.subarray(0, 2).toString('hex') + bytes.subarray(-2).toString('hex')).toBe('ffd8ffd9');
    expect(await (await web.get(`/content/${item}?lang=fr`)).text()).toContain('alt="Une cour"');
    await act(world.house, editor, removeMedium, { item, medium });
    expect((await web.get(`/media/${medium}`)).status).toBe(404);
  });

  it('reads a PNG whole, and nothing that only looks like a picture', () => {
    expect(readPicture(png)).toMatchObject({ type: 'image/png' });
    for (const wrong of [Buffer.alloc(0), Buffer.from([0xff]), Buffer.from('GIF89a'), Buffer.from('<svg onload="x"/>'), png.subarray(0, 20), jpeg.subarray(0, 12)]) expect(readPicture(wrong)).toBeNull();
  });

  it('is refused when it is no picture or sound, too big, both or neither of file and link, or a link that is not https', async () => {
    const item = await begin();
    await expect(add(item, { file: Buffer.from('<!doctype html><script>1</script>').toString('base64') })).rejects.toMatchObject({ code: 'portal.not-a-medium' });
    await expect(add(item, { file: Buffer.alloc(1_048_577, 1).toString('base64') })).rejects.toMatchObject({ code: 'portal.medium-too-big' });
    await expect(add(item, {})).rejects.toMatchObject({ code: 'portal.file-or-link' });
    await expect(add(item, { file: png.toString('base64'), url: 'https://example.org/f' })).rejects.toMatchObject({ code: 'portal.file-or-link' });
    for (const url of ['http://example.org', 'javascript:alert(1)', 'https://']) await expect(add(item, { url })).rejects.toMatchObject({ code: 'portal.link-not-https' });
    await expect(add(item, { url: 'https://example.org/film', lang: 'ar' })).resolves.toHaveProperty('medium');
  });
});
