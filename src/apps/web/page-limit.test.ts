import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { isPage, openPageLimit } from './page-limit.ts';

const line = (address: string) => ({ socket: address, told: undefined });

describe('pages are counted', () => {
  it('by person once she is known, by line before; one uses nothing up that is another’s', () => {
    let now = 0;
    const limit = openPageLimit({ person: 3, line: 5, clock: () => now });
    const ask = (session?: string, path = '/people', address = '198.51.100.7') => limit.count({ from: line(address), session, path });
    limit.knows('hers', 'Amina');
    limit.knows('her-phone', 'Amina');
    for (let n = 0; n < 5; n++) expect(ask()).toBe(0);
    expect(ask()).toBe(60);
    expect(ask('made-up')).toBe(60);
    expect(ask(undefined, '/people', '198.51.100.8')).toBe(0);
    expect(ask(undefined, '/sign-in')).toBe(0);
    // Her own: two screens count together, and what strangers on her line did counts nothing.
    expect([ask('hers'), ask('her-phone'), ask('hers', '/people', '203.0.113.5'), ask('hers')]).toEqual([0, 0, 0, 60]);
    now = 45_000;
    expect(ask('hers')).toBe(15);
    now = 60_000;
    expect(ask('hers')).toBe(0);
  });

  it('a file as ten, what comes from this machine itself not at all', () => {
    const limit = openPageLimit({ line: 15, clock: () => 0 });
    const ask = (path: string, address = '198.51.100.7') => limit.count({ from: line(address), session: undefined, path });
    expect([ask('/boards.pdf'), ask('/'), ask('/boards.pdf')]).toEqual([0, 0, 60]);
    for (let n = 0; n < 40; n++) expect(ask('/', '127.0.0.1')).toBe(0);
    expect(['/assets/a.css', '/api/v1/desk/queue', '/directory', '/healthz'].filter(isPage)).toEqual([]);
    expect(['/', '/desk', '/apiary', '/sign-in'].filter(isPage)).toHaveLength(4);
  });
});

describe('at the door', () => {
  let world: World;
  let web: Web;
  beforeAll(async () => {
    world = await openHub();
    web = await openWeb(world, { pageLimit: openPageLimit({ person: 4, line: 2 }) });
  });
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } }) as never;

  it('a colleague goes on working while a stranger on her line is told when to go on', async () => {
    const cookie = await web.cookies(await world.as('desk_officer'));
    const hers = () => web.app.request('http://localhost/desk', { headers: { cookie } }, from('198.51.100.50'));
    expect((await hers()).status).toBe(200);
    const strangers = [];
    for (let n = 0; n < 3; n++) strangers.push(await web.app.request('http://localhost/help', { headers: { cookie: '__Host-language=fr' } }, from('198.51.100.50')));
    expect(strangers.map(({ status }) => status)).toEqual([200, 429, 429]);
    expect(Number(strangers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await strangers[2]!.text()).toContain('Un très grand nombre de pages');
    expect([(await hers()).status, (await hers()).status, (await hers()).status, (await hers()).status, (await hers()).status]).toEqual([200, 200, 200, 200, 429]);
  });
});
