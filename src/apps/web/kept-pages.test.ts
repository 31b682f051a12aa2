import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { beforeAll, describe, expect, test } from 'vitest';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { editService } from '#modules/directory/edit-service/edit-service.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openLog } from '../log.ts';
import { answerShortly } from './answer-kept.tsx';
import { webApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { KeptPages } from './kept-pages.ts';
import { sitemap } from './sitemap.ts';
import type { WebHouse } from './web-house.ts';

let directory: Directory;
let web: Web;
let service: string;
let organization: string;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
  web = await openWeb(directory.world);
  organization = await directory.body();
  service = await directory.service({ names: { ar: 'ورشة', fr: 'Atelier un' }, organization });
});

const get = (address: string, headers: Record<string, string> = {}) => web.app.request(`http://localhost${address}`, { headers });
const french = { cookie: '__Host-language=fr' };
let version = 1;
const rename = async (name: string) => {
  await directory.do(editService, { service, version: version++, organization, names: { fr: name }, mainType: 'CAP', modes: ['on-site'], listed: true } as never);
};

describe('public pages kept in memory', () => {
  test('the first request after a change shows the change, in the list and on the page', async () => {
    for (const name of ['Atelier deux', 'Atelier trois', 'Atelier quatre']) {
      await rename(name);
      for (const address of ['/directory', `/directory/${service}`]) {
        const first = await (await get(address, french)).text();
        expect(first, address).toContain(name);
        expect(await (await get(address, french)).text()).toBe(first);
      }
    }
  });

  test('a change rolled back changes nothing, a change by the owner’s own hand shows', async () => {
    const before = await (await get('/directory', french)).text();
    await act(directory.world.house, await directory.world.as('hub_manager'), editService,
      { service, version, organization, names: { fr: 'Jamais' }, mainType: 'CAP', modes: ['on-site'], listed: true }, { dryRun: true });
    expect(await (await get('/directory', french)).text()).toBe(before);
    await ownerQuery(directory.world.house, `update directory.service set names = '{"fr": "Par la main du propriétaire"}' where id = $1`, [service]);
    expect(await (await get('/directory', french)).text()).toContain('Par la main du propriétaire');
  });

  test('each language, address and origin has its own, and nobody’s own things are in it', async () => {
    const arabic = await (await get('/directory')).text();
    expect(arabic).toContain('<html lang="ar-TN" dir="rtl"');
    expect(await (await get('/directory', french)).text()).toContain('<html lang="fr-TN"');
    expect(await (await get('/directory?type=FIN', french)).text()).not.toContain('Par la main');
    const elsewhere = await (await web.app.request('http://evil.example/directory', { headers: french })).text();
    expect(elsewhere).not.toBe('');
    expect(await (await get('/directory', french)).text()).not.toContain('evil.example');
    expect((await get('/directory', french)).headers.getSetCookie()).toEqual([]);
  });

  test('a colleague is answered her own way and leaves nothing behind', async () => {
    const officer = await directory.world.as('desk_officer');
    const hers = await (await web.get('/directory', officer)).text();
    const anyones = await (await get('/directory', french)).text();
    expect(hers).not.toBe(anyones);
    expect(await (await get('/directory', french)).text()).toBe(anyones);
  });

  test('a language asked for in the address is remembered and not kept', async () => {
    const chosen = await get('/directory?lang=fr');
    expect(chosen.headers.getSetCookie().join()).toContain('__Host-language=fr');
    expect(await chosen.text()).toContain('lang="fr-TN"');
  });

  test('a browser that has it is told so, and carries it again after a change', async () => {
    const first = await get('/directory', french);
    const etag = first.headers.get('etag')!;
    const again = await get('/directory', { ...french, 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toContain("script-src 'none'");
    version = (await ownerQuery<{ version: number }>(directory.world.house, 'select version from directory.service where id = $1', [service]))[0]!.version;
    await rename('Atelier cinq');
    expect((await get('/directory', { ...french, 'if-none-match': etag })).status).toBe(200);
  });

  test('the same page in every encoding', async () => {
    const plain = await (await get('/directory', french)).text();
    for (const encoding of ['br', 'gzip'] as const) {
      const response = await get('/directory', { ...french, 'accept-encoding': encoding });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
      expect((encoding === 'br' ? brotliDecompressSync : gunzipSync)(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
    }
  });
});

test('the short way before the router gives the same page, never an old one, and nobody’s own', async () => {
  const { house, network, country } = directory.world;
  const home = { network, country, demo: false };
  const whole: WebHouse = {
    house, home, pages: sitemap, assets: await loadAssets(), log: openLog(), publicUrl: null, csrfKey: house.keyFor('csrf'), secure: false, kept: new KeptPages(house, home),
  };
  const ordinarily = getRequestListener(webApp(whole).fetch);
  let short = 0;
  const server = createServer((request, response) => {
    const go = () => void ordinarily(request, response);
    if (answerShortly(whole, request, response, go)) short++;
    else go();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://localhost:${(server.address() as AddressInfo).port}/directory`;
  const made = await fetch(address, { headers: french });
  const kept = await fetch(address, { headers: french });
  expect(short).toBe(1);
  const security = ({ headers }: Response) => ['content-security-policy', 'etag', 'cache-control', 'x-content-type-options', 'vary'].map((name) => headers.get(name));
  expect(security(kept)).toEqual(security(made));
  expect(await kept.text()).toBe(await made.text());
  expect((await fetch(address, { headers: { ...french, 'if-none-match': kept.headers.get('etag')! } })).status).toBe(304);
  await rename('Atelier six');
  expect(await (await fetch(address, { headers: french })).text()).toContain('Atelier six');
  const before = short;
  const officer = await directory.world.as('desk_officer');
  await fetch(address, { headers: { cookie: `${await web.cookies(officer)}; __Host-language=fr` } });
  await fetch(`${address}?lang=ar`, { headers: french });
  expect(short).toBe(before);
  server.close();
});

describe('the memory', () => {
  const house = { worker: { query: async () => { throw new Error('not asked'); } } } as unknown as House;
  const kept = new KeptPages(house, { network: '018f0000-0000-7000-8000-000000000000', country: 'TN', demo: false });

  test('stays under its bound however many addresses are asked', () => {
    for (let n = 0; n < 1_000; n++) kept.keep(`ar http://localhost /directory?q=${n}`, '1', 'x'.repeat(100_000));
    expect(kept.size.bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
    expect(kept.size.pages).toBeGreaterThan(200);
    expect(kept.find('ar http://localhost /directory?q=999', '1')).toBeDefined();
    expect(kept.find('ar http://localhost /directory?q=0', '1')).toBeUndefined();
    expect(kept.find('ar http://localhost /directory?q=998', '2')).toBeUndefined();
  });

  test('a page asked again and again counts once', () => {
    const before = kept.size;
    for (let n = 0; n < 50; n++) kept.keep('ar http://localhost /directory?q=999', '1', 'x'.repeat(100_000));
    expect(kept.size).toEqual(before);
  });

  test('an asker never gets an answer that was on its way before she asked', async () => {
    let asked = 0;
    const slow = { worker: { query: async () => {
      const mine = ++asked;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { rows: [{ version: String(mine) }] };
    } } } as unknown as House;
    const pages = new KeptPages(slow, { network: '018f0000-0000-7000-8000-000000000000', country: 'TN', demo: false });
    const first = pages.version();
    const [second, third] = [pages.version(), pages.version()];
    expect(await Promise.all([first, second, third])).toEqual(['1', '2', '2']);
    expect(await pages.version()).toBe('3');
  });
});
