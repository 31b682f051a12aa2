import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { marks, openProbe } from '#tests/fixtures/probe.ts';
import { probePages } from '#tests/fixtures/probe-pages.tsx';
import { nextPath } from '#modules/network/sign-in/next-path.ts';
import { sitemap } from './sitemap.ts';

let world: World;
let web: Web;
let officer: Actor;
let cookie: string;
let token: string;

const tokenIn = async (page: Response): Promise<string> => /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!;
const post = (body: BodyInit, headers: Record<string, string> = {}, path = '/probe') =>
  web.app.request(`http://localhost${path}`, { method: 'POST', body, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers } });
const form = (note: string, csrf = token) => new URLSearchParams({ note, _csrf: csrf }).toString();

beforeAll(async () => {
  await openProbe();
  world = await openHub();
  web = await openWeb(world, { pages: [...sitemap, ...probePages] });
  officer = await world.as('desk_officer');
  cookie = await web.cookies(officer);
  token = await tokenIn(await web.get('/probe', officer));
});

describe('a form', () => {
  it('of our own page is taken, whatever the browser says of its origin', async () => {
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, { 'sec-fetch-site': 'none' }] as Record<string, string>[]) {
      expect((await post(form('taken'), headers)).status).toBe(303);
    }
    expect(await marks(world.network, 'taken')).toBe(3);
  });

  it.each<[string, () => BodyInit, Record<string, string>]>([
    ['without a token', () => 'note=stolen', {}],
    ['with an empty token', () => form('stolen', ''), {}],
    ['with a token of another length', () => form('stolen', `${token}A`), {}],
    ['with a turned token', () => form('stolen', [...token].reverse().join('')), {}],
    ['with two tokens', () => `${form('stolen')}&_csrf=${token}`, {}],
    ['from another site', () => form('stolen'), { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of this site', () => form('stolen'), { 'sec-fetch-site': 'same-site' }],
    ['from another origin', () => form('stolen'), { origin: 'https://evil.example' }],
    ['from this host on another port', () => form('stolen'), { origin: 'http://localhost:8080' }],
    ['dressed as text', () => form('stolen'), { 'content-type': 'text/plain' }],
    ['in JSON', () => JSON.stringify({ note: 'stolen', _csrf: token }), { 'content-type': 'application/json' }],
    ['that is no form', () => 'nonsense', { 'content-type': 'multipart/form-data' }],
    ['cut in the middle', () => '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nsto', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['whose session is over', () => form('stolen'), { cookie: '__Host-session=over' }],
    ['with the cookie of nobody', () => form('stolen'), { cookie: '' }],
  ])('%s is turned away in a sentence, and nothing is kept', async (_, body, headers) => {
    const answer = await post(body(), headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await answer.text()).toMatch(/<html lang="ar/);
    expect(await marks(world.network, 'stolen')).toBe(0);
  });

  it("of a colleague or of before the sign-in does not serve another's session", async () => {
    const other = await world.as('desk_officer');
    const theirs = await tokenIn(await web.get('/probe', other));
    const visitors = await tokenIn(await web.get('/sign-in'));
    for (const csrf of [theirs, visitors]) expect((await post(form('stolen', csrf))).status).toBe(403);
    expect((await post(form('stolen', theirs), { cookie: await web.cookies(other) })).status).toBe(303);
  });
});

describe('reading', () => {
  it('changes nothing, on any page, for any of six colleagues and a visitor', async () => {
    const colleagues = await Promise.all((['desk_officer', 'case_worker', 'supervisor', 'hub_manager', 'protection_officer', 'network_admin'] as const).map((role) => world.as(role)));
    for (const colleague of colleagues) await web.cookies(colleague);
    const paths = sitemap.filter(({ path }) => !path.includes(':')).map(({ path }) => path);
    // Noted once a minute: when she was last here.
    const rows = () => everyOrdinaryRow(world, { but: ['network.session'] });
    const before = await rows();
    for (const reader of [null, ...colleagues]) {
      for (const path of paths) {
        expect((await web.get(path, reader)).status, `${path} for ${reader?.roles[0]?.role}`).toBeLessThan(500);
        if (reader) await web.app.request(`http://localhost${path}`, { method: 'HEAD', headers: { cookie: await web.cookies(reader) } });
      }
    }
    const after = await rows();
    // Who looked is written down, and that is no change by reading.
    const besides = /^core\.look$[^]*?^(?=\w+\.\w+$)/gm;
    expect(after.replace(besides, '')).toBe(before.replace(besides, ''));
    expect(before).toMatch(/^core\.event$/m);
  }, 300_000);

  it('cannot be made to send a form', async () => {
    await web.get(`/probe?${form('by reading')}`, officer);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await web.app.request('http://localhost/probe', { method, body: form('by reading'), headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(404);
    }
    expect(await marks(world.network, 'by reading')).toBe(0);
  });
});

describe('the headers', () => {
  it.each([
    ['/probe/citizen', "'none'", 'private, no-cache', 'same-origin'], ['/probe/staff', 'nonce', 'no-store', 'same-origin'],
    ['/probe/help', 'nonce', 'no-store', 'no-referrer'], ['/probe/print', "'none'", 'no-store', 'same-origin'],
    ['/probe/quiet', "'none'", 'no-store', 'no-referrer'], ['/nowhere', "'none'", 'private, no-cache', 'same-origin'],
    ['/probe/broken', "'none'", 'private, no-cache', 'same-origin'],
  ])('of %s let nothing in from elsewhere', async (path, script, keeping, referrer) => {
    const page = await web.get(path, officer);
    const header = (name: string) => page.headers.get(name);
    const policy = Object.fromEntries(header('content-security-policy')!.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]));
    expect(policy).toMatchObject({ 'default-src': "'none'", 'style-src': "'self'", 'form-action': "'self'", 'base-uri': "'none'", 'frame-ancestors': "'none'", 'connect-src': "'self'" });
    expect(policy['script-src']).toMatch(script === 'nonce' ? /^'nonce-[\w-]{16}'$/ : /^'none'$/);
    expect(header('content-security-policy')).not.toMatch(/unsafe|\*|http:/);
    expect([header('x-content-type-options'), header('x-frame-options'), header('cross-origin-opener-policy'), header('cache-control'), header('referrer-policy')])
      .toEqual(['nosniff', 'DENY', 'same-origin', keeping, referrer]);
  });

  it('carry another nonce each time, which the page and nothing else uses', async () => {
    const pages = await Promise.all([1, 2].map(async () => (await web.get('/probe/staff', officer)).headers.get('content-security-policy')));
    expect(pages[0]).not.toBe(pages[1]);
  });

  it('keep cookies from scripts, plain connections and other sites', async () => {
    const set = (await web.get('/sign-in?lang=fr')).headers.getSetCookie();
    expect(set.length).toBeGreaterThan(0);
    for (const one of set) expect(one).toMatch(/^__Host-\w+=[^;]+;(?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?!.*Domain)/);
  });
});

describe('the way on after signing in', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '\\\\evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\n/evil.example', '/%0d%0aLocation:x y', ' /desk', '', '/.\\evil'])(
    'never leaves for %j', (asked) => {
      const next = nextPath(asked, '/desk');
      expect(new URL(next, 'https://hub.example').origin).toBe('https://hub.example');
      expect(next).not.toMatch(/[\s\\]/);
    });
  it('keeps a page of the house', () => {
    for (const path of ['/desk/tickets/0190-ab?tab=2&x=%D8%A7', '/people']) expect(nextPath(path, '/desk')).toBe(path);
    expect(nextPath(undefined, '/desk')).toBe('/desk');
  });
  it('brings a visitor to the sign-in and tells it where she was going', async () => {
    const answer = await web.get('/desk?x=//evil.example');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdesk']);
  });
});
