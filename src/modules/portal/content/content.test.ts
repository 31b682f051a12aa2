import sharp from 'sharp';
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

/** A picture with a place, a remark and a page hanging on it. */
const jpeg = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } }).jpeg()
  .withExif({ IFD0: { ImageDescription: 'taken at home' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 48/1 0/1' } }).toBuffer()
  .then((plain) => Buffer.concat([plain, Buffer.from('GPS <script>trailer</script>')]));
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what stands beside an item', () => {
  const add = (item: string, more: object) => act(world.house, editor, addMedium, { item, words: { fr: 'Une cour' }, ...more });

  it('a picture is judged by its content and loses where it was taken', async () => {
    const item = await begin();
    const { medium } = await add(item, { file: (await jpeg).toString('base64') });
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

  it('too many at once are asked to come again', async () => {
    const item = await begin();
    const file = (await sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: '#a33' } }).png().toBuffer()).toString('base64');
    const answers = await Promise.allSettled(Array.from({ length: 24 }, () => add(item, { file })));
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1);
    const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason.code);
    expect(new Set(refused)).toEqual(new Set(['portal.medium-busy']));
  });

  it('is refused when it is no picture or sound, too big, both or neither of file and link, or a link that is not https', async () => {
    const item = await begin();
    await expect(add(item, { file: Buffer.from('<!doctype html><script>1</script>').toString('base64') })).rejects.toMatchObject({ code: 'portal.not-a-medium' });
    for (const wrong of ['GIF89a', '<svg onload="x"/>', '%PDF-1.4\n%%EOF']) await expect(add(item, { file: Buffer.from(wrong).toString('base64') })).rejects.toMatchObject({ code: 'portal.not-a-medium' });
    await expect(add(item, { file: png.subarray(0, 20).toString('base64') })).rejects.toMatchObject({ code: 'portal.not-a-medium' });
    await expect(add(item, { file: Buffer.alloc(1_048_577, 1).toString('base64') })).rejects.toMatchObject({ code: 'portal.medium-too-big' });
    await expect(add(item, {})).rejects.toMatchObject({ code: 'portal.file-or-link' });
    await expect(add(item, { file: png.toString('base64'), url: 'https://example.org/f' })).rejects.toMatchObject({ code: 'portal.file-or-link' });
    for (const url of ['http://example.org', 'javascript:alert(1)', 'https://']) await expect(add(item, { url })).rejects.toMatchObject({ code: 'portal.link-not-https' });
    await expect(add(item, { url: 'https://example.org/film', lang: 'ar' })).resolves.toHaveProperty('medium');
  });
});
