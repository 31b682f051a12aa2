import { beforeAll, expect, it } from 'vitest';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { openDirectoryLimit } from './directory-limit.ts';

let world: World;
let web: Web;

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
});

const from = (address: string, told?: string) => ({ socket: address, told });
const asked = (path: string, address: string, headers: Record<string, string> = {}) =>
  web.app.request(`http://localhost${path}`, { headers }, { incoming: { socket: { remoteAddress: address } } } as never);

it('counts by connection and minute; a line of IPv6 is one; this machine itself is not counted', () => {
  let now = 60_000 * 1_000;
  const limit = openDirectoryLimit({ pages: 3, clock: () => now });
  const three = (address: string, told?: string) => [1, 2, 3].map(() => limit(from(address, told)));
  expect(three('198.51.100.7')).toEqual([0, 0, 0]);
  expect(limit(from('198.51.100.7'))).toBe(60);
  expect(limit(from('198.51.100.8'))).toBe(0);
  expect(three('2001:db8:1:2:3::1')).toEqual([0, 0, 0]);
  expect(limit(from('2001:db8:1:2:ffff::9'))).toBe(60);
  expect([...three('127.0.0.1'), ...three('::1')]).toEqual([0, 0, 0, 0, 0, 0]);
  // Behind the proxy each of its visitors counts for herself; one who reaches us directly makes no address up.
  expect(three('127.0.0.1', '203.0.113.5')).toEqual([0, 0, 0]);
  expect(limit(from('127.0.0.1', '1.2.3.4, 203.0.113.5'))).toBe(60);
  expect(limit(from('198.51.100.7', '203.0.113.77'))).toBe(60);
  now += 45_000;
  expect(limit(from('198.51.100.7'))).toBe(15);
  now += 15_000;
  expect(limit(from('198.51.100.7'))).toBe(0);
});

it('a program that copies the directory is told when to come again; everybody else on its connection goes on working', async () => {
  const address = '198.51.100.20';
  const statuses = [];
  for (let at = 0; at < 600; at++) statuses.push((await asked('/hsds', address)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const page = await asked('/directory', address, { 'accept-language': 'fr', cookie: '__Host-language=fr' });
  expect(page.status).toBe(429);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await page.text()).toMatch(/\/hsds/);
  const list = await asked('/hsds/services?page=2', address);
  expect([list.status, list.headers.get('content-type'), Number(list.headers.get('retry-after')) > 0]).toEqual([429, 'application/problem+json', true]);
  for (const path of ['/', '/help', '/sign-in', `/hubs/${world.hub}`, `/hubs/${world.hub}/contact`, '/what-can-i-get']) expect([path, (await asked(path, address)).status]).toEqual([path, 200]);
  expect((await asked('/directory', '198.51.100.21')).status).toBe(200);
}, 60_000);

it('tells crawlers what is for them', async () => {
  const robots = await (await asked('/robots.txt', '198.51.100.30')).text();
  expect(robots).toMatch(/^User-agent: \*$/m);
  for (const hidden of ['/s/', '/r/', '/directory?', '/hubs/*/contact']) expect(robots).toContain(`Disallow: ${hidden}\n`);
  expect(robots).not.toMatch(/Disallow: \/(?:directory|hubs)?\n/);
});

it('a refusal that asks to wait says so in the header too, on a page and in the API', async () => {
  const tries = [];
  for (let at = 0; at < 8; at++) {
    const form = await asked('/sign-in', '198.51.100.40');
    const cookie = form.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())![1]!;
    tries.push(await web.app.request('http://localhost/sign-in', {
      method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ _csrf, login: 'nobody.here', password: 'wrong wrong wrong' }),
    }, { incoming: { socket: { remoteAddress: '198.51.100.40' } } } as never));
  }
  const [last] = tries.slice(-1);
  expect(last!.status).toBe(429);
  expect(Number(last!.headers.get('retry-after'))).toBeGreaterThanOrEqual(60);
  expect(tries[0]!.headers.get('retry-after')).toBe(null);
}, 60_000);
