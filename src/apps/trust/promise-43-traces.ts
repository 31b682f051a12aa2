import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act } from '#core/pipeline.ts';
import { visitor } from '#core/actor.ts';
import { saidAs } from '#core/text/spoken-words.ts';
import { giveWords } from '#modules/confidential/her-door/give-words.ts';
import { openDoor as openHerDoor } from '#modules/confidential/her-door/open-door.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { writeEntry } from '#modules/confidential/write-entry/write-entry.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { loadAssets } from '../web/assets.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { tracesOf, type Visited } from './traces/visit-and-leave.ts';
import { openDoor } from './web/door.ts';
import { chromiumPath } from './xss/browser.ts';

const MARK = 'Qztrace';

export const tracesPromise: TrustPromise = {
  number: 43,
  name: 'traces',
  title: 'a browser that was shown protected pages holds nothing of them afterwards: no copy, title, form or worker',
  tooLongForAMinute: 'walks protected pages in a browser and reads its whole profile',
  apart: true,
  run: async (kit) => {
    await kit.hadina();
    const path = chromiumPath();
    if (!path) return { cases: 0, figure: 'left out: this machine has no Chromium', ok: false, notes: ['HADINA_CHROMIUM names one'] };
    const { neutralIcon } = (await loadAssets()).hrefs;
    const kept = await protectedPages(kit.size === 'quick');
    const found = await listening(kept.fetch, (origin) => tracesOf(path, { origin, neutralIcon, pages: kept.pages, marks: kept.marks, typed: `${MARK}typed`, cookie: kept.cookie }));
    return noneOf('traces', found.cases, found.faults, kit.size === 'quick' ? 20 : 60, [`${kept.pages.length} pages visited, ${found.bytes} bytes of profile looked through`]);
  },
  plantedFault: async () => {
    const path = chromiumPath();
    if (!path) return false;
    const planted = new Hono().get('/hubs', (c) => c.html('<p>after')).get('/', (c) => c.html(
      `<title>${MARK} aide</title><link rel="icon" href="/pink.svg"><main><form method="post"><input type="text" name="q"></form><p>${`${MARK}read `.repeat(400)}</p></main>`, 200, { 'Cache-Control': 'max-age=600' }));
    const { faults } = await listening(planted.fetch, (origin) => tracesOf(path, { origin, neutralIcon: '/page.svg', pages: [{ address: '/', types: true }], marks: [`${MARK}read`], typed: `${MARK}typed` }));
    const all = faults.join('\n');
    return ['holds what was read', 'may be kept', 'title that tells', 'icon that tells', 'may fill'].every((fault) => all.includes(fault));
  },
};

/** A hub with one protected file full of marks, and the pages that show them. */
async function protectedPages(quick: boolean) {
  const world = await openHub();
  const { house, network } = world;
  const officer = await world.as('protection_officer');
  const marks = ['called', 'note', 'plan', 'place'].map((what) => `${MARK}${what}`);
  const [called, note, plan, place] = marks as [string, string, string, string];
  const { file } = await act(house, officer, openFile, { called });
  await act(house, officer, writeEntry, { file, kind: 'note', words: note });
  await act(house, officer, writeEntry, { file, kind: 'safety_plan', go_to: plan });
  await act(house, officer, writeEntry, { file, kind: 'meeting', on: '2031-05-04', place });
  const { code, words } = await act(house, officer, giveWords, { file });
  const { pass } = await act(house, visitor(network), openHerDoor, { code, word: words.map((word) => saidAs(word).fr).join(' ') });
  const door = await openDoor(world);
  const [name, value] = (await door.cookie(officer)).split('=') as [string, string];
  const at = `/safe/f/${file}`;
  const shown: Visited[] = [{ address: '/safe' }, { address: `${at}?lang=fr` }, { address: `/s/${code}?pass=${pass}` }, { address: `${at}/add/safety_plan`, types: true }];
  const more: Visited[] = [
    { address: `${at}?lang=ar` }, { address: `${at}/add/note?lang=fr`, types: true }, { address: `${at}/words`, types: true }, { address: `${at}/apart`, types: true }, { address: `${at}/colleagues` },
    { address: '/safe/open', types: true }, { address: `/s/${code}`, types: true }, { address: '/help/tn' },
  ];
  // Answers come unpacked: what is kept could then be read in the files as it is.
  const fetch = (request: Request) => {
    const plain = new Request(request);
    plain.headers.delete('accept-encoding');
    return door.app.fetch(plain);
  };
  return { fetch, pages: quick ? shown : [...shown, ...more], marks, cookie: { name, value } };
}

async function listening<T>(fetch: (request: Request) => Response | Promise<Response>, work: (origin: string) => Promise<T>): Promise<T> {
  const server = await new Promise<Server>((resolve) => { const opened = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened as Server)); });
  try {
    return await work(`http://localhost:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
