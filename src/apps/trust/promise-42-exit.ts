import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { loadAssets } from '../web/assets.ts';
import { sitemap } from '../web/sitemap.ts';
import { type ExitCase, exitFaults } from './exit/exit-faults.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { openDoor } from './web/door.ts';
import { chromiumOf, chromiumPath } from './xss/browser.ts';

const MOST_SCRIPT_BYTES = 1024;
const WINDOWS = 3;

export const exitPromise: TrustPromise = {
  number: 42,
  name: 'exit',
  title: 'whoever reads a help page leaves it at one touch, and "back" does not return there',
  tooLongForAMinute: 'leaves help pages in a browser',
  apart: true,
  run: async (kit) => {
    await kit.hadina();
    const path = chromiumPath();
    if (!path) return { cases: 0, figure: 'left out: this machine has no Chromium', ok: false, notes: ['HADINA_CHROMIUM names one'] };
    const world = await openHub();
    const door = await openDoor(world);
    const [name, value] = (await door.cookie(await world.as('protection_officer'))).split('=') as [string, string];
    const pages = [{ address: '/help' }, { address: '/help/ma' }, { address: '/safe', cookie: { name, value } }];
    const quick = kit.size === 'quick';
    const widths = quick ? [320] : kit.size === 'usual' ? [320, 1280] : [320, 360, 768, 1280];
    const { neutralIcon } = (await loadAssets()).hrefs;
    const browser = await chromiumOf(kit, path);
    const faults: string[] = [...await weightFaults()];
    let cases = 1;
    const asked = (quick ? pages.slice(0, 1) : pages).flatMap((page) => (['ar', 'fr'] as const).flatMap((lang) => widths.flatMap((width) => [true, false].map((script) => ({ ...page, lang, width, script, keys: script && width === widths[0] })))));
    cases += asked.reduce((sum, { script, keys }) => sum + (keys ? 12 : script ? 10 : 8), 0);
    // Each in a window of its own, and mostly waiting for it.
    await listening(door.app, async (origin) => {
      faults.push(...(await Promise.all(Array.from({ length: WINDOWS }, async (_, window) => {
        const found: string[] = [];
        for (const one of asked.filter((_, n) => n % WINDOWS === window)) found.push(...await exitFaults(browser, { origin, neutralIcon, ...one }));
        return found;
      }))).flat());
    });
    return noneOf('faults', cases, faults, quick ? 40 : 200, quick ? ['one page and width instead of three and two'] : []);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const path = chromiumPath();
    if (!path) return false;
    const browser = await chromiumOf(kit, path);
    const planted = new Hono().get('/hubs', (c) => c.html('<p>before'))
      .get('/help', (c) => c.html(`<title>Aide aux victimes</title><link rel="icon" href="/pink.svg"><a href="/">Menu</a>
        <a id="quick-exit" href="https://elsewhere.example/">Quitter</a><p style="height: 4000px">…`, 200, { 'Cache-Control': 'no-cache' }));
    return await listening(planted, async (origin) => {
      const asked: ExitCase = { origin, address: '/help', lang: 'fr', width: 320, script: true, neutralIcon: '/page.svg', keys: true };
      const faults = (await exitFaults(browser, asked)).join('\n');
      return ['not first', 'scrolls away', 'title tells', 'may be kept', 'not neutral', 'cannot hide', 'does not leave', 'back shows /help'].every((fault) => faults.includes(fault));
    });
  },
};

/** The script of the way out is small, and only help pages carry it. */
async function weightFaults(): Promise<string[]> {
  const { hrefs, files } = await loadAssets();
  const script = files.get(hrefs.quickExit.split('/').at(-1)!)!;
  const helps = sitemap.filter(({ audience }) => audience === 'help');
  return [
    ...(script.plain.length > MOST_SCRIPT_BYTES ? [`the script weighs ${script.plain.length} bytes, ${brotliCompressSync(script.plain).length} packed`] : []),
    ...(helps.length < 2 ? ['there is no help page'] : []),
  ];
}

async function listening<T>(app: Hono, work: (origin: string) => Promise<T>): Promise<T> {
  const server = await new Promise<Server>((resolve) => { const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened as Server)); });
  try {
    return await work(`http://localhost:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
