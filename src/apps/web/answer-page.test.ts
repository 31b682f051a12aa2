import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { coreWords } from '#core/words/core-words.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { marks, openProbe } from '#tests/fixtures/probe.ts';
import { probePages } from '#tests/fixtures/probe-pages.tsx';
import { openLog } from '../log.ts';
import { sitemap } from './sitemap.ts';

let world: World;
let web: Web;
let officer: Actor;
let logged = '';
const langs = ['ar', 'fr', 'en'] as const;

beforeAll(async () => {
  delete process.env.HADINA_LOG;
  const log = openLog(new Writable({ write: (line, _, done) => { logged += line; done(); } }));
  process.env.HADINA_LOG = 'silent';
  await openProbe();
  world = await openHub();
  web = await openWeb(world, { pages: [...sitemap, ...probePages], log });
  officer = await world.as('desk_officer');
});

/** Markup without what differs from one answer to the next. */
const bodyOf = async (answer: Response): Promise<string> => (await answer.text()).replaceAll(/name="_key" value="[^"]*"/g, '');
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&#x27;', "'").replaceAll(/\s+/g, ' ');

describe('a page that is not there', () => {
  it('is the same, byte for byte, for an unknown address, a row of nobody, a row of another hub and a page of another role', async () => {
    const theirs = await openDesk(await world.secondHub());
    const { ticket } = await theirs.ticket();
    const addresses = ['/nowhere', `/people/${newId()}`, '/people/nonsense', '/people/%00', `/desk/tickets/${newId()}`, '/settings/staff', `/desk/tickets/${ticket}`];
    expect((await web.get(`/desk/tickets/${ticket}`, theirs.officer)).status).toBe(200);
    await web.cookies(officer);
    const answers = await Promise.all(addresses.map((address) => web.get(address, officer)));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 404));
    const bodies = await Promise.all(answers.map(bodyOf));
    for (const body of bodies) expect(body.split('>')).toEqual(bodies[0]!.split('>'));
    expect(bodies[0]).toContain('<html');
  });
});

describe('a form that cannot be taken', () => {
  it.each(langs)('comes back with what was typed and the reason in %s', async (lang) => {
    const long = `Khadija & "sœurs" ${'ا'.repeat(60)}`;
    const answer = await web.send(`/probe?lang=${lang}`, { note: long }, officer);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(long.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
    expect(textOf(html)).toContain(coreWords.files[lang]['input.too-big-string'].split('{')[0]!.trim());
  });

  it.each(langs)('because the disk is full says so in %s and keeps nothing', async (lang) => {
    const answer = await web.send(`/probe?lang=${lang}`, { note: 'no room', way: 'disk-full' }, officer);
    const html = await answer.text();
    expect(answer.status).toBe(507);
    expect(textOf(html).replaceAll('&#x27;', "'")).toContain(coreWords.files[lang]['refusal.disk-full'].replaceAll("''", "'"));
    expect(html).toContain('value="no room"');
    expect(await marks(world.network, 'no room')).toBe(0);
  });

  it.each(langs)('because it is too big is turned away in %s', async (lang) => {
    const answer = await web.app.request(`http://localhost/probe?lang=${lang}`, {
      method: 'POST', body: `note=${'a'.repeat(2 * 1024 * 1024)}`, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(2 * 1024 * 1024 + 5), cookie: await web.cookies(officer) },
    });
    expect(answer.status).toBe(413);
    const said = textOf(await answer.text());
    for (const part of coreWords.files[lang]['form.too-big'].split('{most}')) expect(said).toContain(part);
    expect(said).toMatch(/[\u2068 ]2[\u2069 \u00a0\u202f]/);
  });

  it('also when its length was not said beforehand', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(64 * 1024));
    let left = 40;
    const body = new ReadableStream({ pull: (to) => (left-- > 0 ? to.enqueue(chunk) : to.close()) });
    const answer = await web.app.request('http://localhost/probe', {
      method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: await web.cookies(officer) },
    } as RequestInit);
    expect(answer.status).toBe(413);
  });
});

describe('the title of a page that only says what happened', () => {
  const titleOf = async (answer: Promise<Response>): Promise<readonly [number, string]> => {
    const page = await answer;
    return [page.status, /<title>([^<]*)<\/title>/.exec(await page.text())![1]!.split(' · ')[0]!];
  };
  const tooBig = { method: 'POST', body: `note=${'a'.repeat(2 * 1024 * 1024)}`, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(2 * 1024 * 1024 + 5) } };
  const foreign = { method: 'POST', body: 'login=a', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://elsewhere.example' } };

  it.each([
    ['ar', 'الصفحة غير موجودة', 'لم يُقبل ما أُرسل', 'الحجم كبير جدا', 'حدث عطل', 'طلبات كثيرة جدا'],
    ['fr', 'Page introuvable', 'Envoi non accepté', 'Trop volumineux', 'Une panne de notre côté', 'Trop de demandes'],
    ['en', 'Page not found', 'This was not accepted', 'Too big', 'Something broke', 'Too many requests'],
  ])('names it in %s: not found, not accepted, too big, broken, too many', async (lang, absent, closed, big, broken, many) => {
    const crowd = await openWeb(world, { pageLimit: { count: () => 7, whose: () => null, isKnown: () => false, knows: () => {} } });
    expect(await Promise.all([
      titleOf(web.get(`/nowhere?lang=${lang}`, officer)), titleOf(web.app.request(`http://localhost/sign-in?lang=${lang}`, foreign) as Promise<Response>),
      titleOf(web.app.request(`http://localhost/sign-in?lang=${lang}`, tooBig) as Promise<Response>), titleOf(web.get(`/probe/broken?lang=${lang}`, officer)),
      titleOf(crowd.app.request('http://localhost/', { headers: { cookie: `__Host-language=${lang}` } }) as Promise<Response>),
    ])).toEqual([[404, absent], [403, closed], [413, big], [500, broken], [429, many]]);
  });
});

describe('a page that breaks', () => {
  it('gives a number to read aloud, finds it in the log, and neither page nor log tells of whom', async () => {
    logged = '';
    const answer = await web.get('/probe/broken?lang=fr', officer);
    const html = await answer.text();
    expect(answer.status).toBe(500);
    const reference = /\d{3}-\d{3}/.exec(html)?.[0];
    expect(logged).toContain(`"reference":"${reference}"`);
    expect(logged).toContain('probe-pages.tsx');
    expect(html + logged).not.toMatch(/Khadija|20123456|broke over/);
    expect(html).not.toMatch(/\.tsx?:|node_modules/);
  });

  it('in an action keeps nothing and says so', async () => {
    const answer = await web.send('/probe?lang=en', { note: 'Khadija 20123456', way: 'break' }, officer);
    expect(answer.status).toBe(500);
    expect(textOf(await answer.text())).toMatch(/Nothing was saved\. Read this number aloud .*\d{3}-\d{3}/);
    expect(logged).not.toMatch(/Khadija|20123456/);
    expect(await marks(world.network, 'Khadija 20123456')).toBe(0);
  });
});

describe('the language', () => {
  const langOf = async (answer: Response): Promise<string> => /<html lang="(\w+)/.exec(await answer.text())![1]!;
  const at = (path: string, cookie = '') => web.app.request(`http://localhost${path}`, { headers: { cookie } });

  it('is Arabic at first, then what was asked for, also on the next page', async () => {
    expect(await langOf(await at('/'))).toBe('ar');
    const asked = await at('/?lang=fr');
    const cookie = asked.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
    expect(await langOf(asked)).toBe('fr');
    expect(await langOf(await at('/', cookie))).toBe('fr');
    expect(await langOf(await at('/?lang=en', cookie))).toBe('en');
  });

  it('is never one we do not speak', async () => {
    for (const path of ['/?lang=xx', '/?lang=', '/?lang=%00', '/?lang="><script>']) expect(await langOf(await at(path)), path).toBe('ar');
    expect(await langOf(await at('/', '__Host-language=<script>'))).toBe('ar');
  });
});

describe('a page on its way', () => {
  it('is packed as the browser likes it, and says the same', async () => {
    const get = (accepts: string) => web.app.request('http://localhost/probe/print', { headers: { 'accept-encoding': accepts, cookie: '__Host-visit=aaaaaaaaaaaaaaaaaaaaaa' } });
    const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
    const [plain, br, gzip] = await Promise.all(['identity', 'gzip, br', 'gzip'].map(get));
    expect([plain, br, gzip].map((answer) => answer!.headers.get('content-encoding'))).toEqual([null, 'br', 'gzip']);
    expect(plain!.headers.get('vary')).toBe('Accept-Encoding');
    const said = (await bytes(plain!)).toString();
    const [small, smaller] = [await bytes(gzip!), await bytes(br!)];
    expect(small.length).toBeLessThan(said.length / 2);
    expect(gunzipSync(small).toString().length).toBe(said.length);
    expect(brotliDecompressSync(smaller).toString().length).toBe(said.length);
  });
});
