import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Actor } from '#core/actor.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { inventedName } from './town/invented-name.ts';
import { buildTown, type Town } from './town/town.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, partsOf, shownPages } from './web/routes.ts';
import { chromiumOf, chromiumPath, whatRan } from './xss/browser.ts';
import { xssPayloads } from './xss/payloads.ts';

export const xssPromise: TrustPromise = {
  number: 51,
  name: 'xss',
  title: 'nothing that somebody typed runs on anybody’s page, and no page is stopped by its own policy',
  tooLongForAMinute: 'opens every page in a browser with what somebody typed',
  run: async (kit) => {
    await kit.hadina();
    const path = chromiumPath();
    if (!path) return { cases: 0, figure: 'left out: this machine has no Chromium', ok: false, notes: ['HADINA_CHROMIUM names one'] };
    const browser = await chromiumOf(kit, path);
    const faults: string[] = [];
    const seen = new Set<string>();
    let pages = 0;
    for (let n = 0; n < kit.rounds(1, 4, 12); n++) {
      const town = await poisonedTown(kit);
      const door = await openDoor(town.world);
      await listening(door.app, async (origin) => {
        const quickly = [town.staff.get('desk_officer')!, null];
        for (const actor of kit.size === 'quick' ? quickly : [...quickly, town.staff.get('hub_manager')!, town.staff.get('protection_officer')!]) {
          const addresses = addressesFor(kit, town, actor);
          pages += addresses.length;
          for (const address of addresses) for (const payload of await payloadsOn(door, actor, address)) seen.add(payload);
          faults.push(...await whatRan(browser, origin, addresses, actor ? await cookieOf(door, actor) : undefined));
        }
      });
    }
    const unseen = kit.size === 'quick' ? [] : xssPayloads.filter((payload) => !seen.has(payload)).map((payload) => `no page held ${payload}`);
    if (kit.size === 'quick') kit.shortened.push('every second page (the other half with an odd seed), as a visitor or an officer, instead of each as four people and with three addresses');
    return noneOf('scripts that ran', pages, [...new Set([...faults, ...unseen])], 50,
      [`${seen.size} of ${xssPayloads.length} payloads stood on the pages, ${pages} pages opened in Chromium under Trusted Types`]);
  },
  plantedFault: async (kit) => {
    const path = chromiumPath();
    if (!path) return false;
    const browser = await chromiumOf(kit, path);
    const open = new Hono().get('/open', (c) => c.html(`<p>${xssPayloads[4]}</p>`))
      .get('/guarded', (c) => c.html(`<p>${xssPayloads[4]}</p>`, 200, { 'Content-Security-Policy': "default-src 'none'" }));
    return await listening(open, async (origin) =>
      (await whatRan(browser, origin, ['/open'])).some((fault) => fault.includes('spoke')) && (await whatRan(browser, origin, ['/guarded'])).some((fault) => fault.includes('stopped')));
  },
};

/** A town in which every free field holds a payload; a person's name keeps Arabic letters, or it would not be taken for one. */
const poisonedTown = (kit: Kit): Promise<Town> => buildTown({
  random: kit.random, tries: kit.rounds(60, 250),
  text: (field, most) => {
    const name = field.startsWith('name');
    const before = name ? `${inventedName(kit.random)} ` : '';
    return (before + severalPayloads(kit, most - before.length)).trim();
  },
});

/** As many payloads as a field takes, one after the other, so that each comes to stand on some page. */
function severalPayloads(kit: Kit, most: number): string {
  let text = '';
  for (let n = 0; n < 12; n++) {
    const next = ` ${kit.random.pick(xssPayloads)}`;
    if (text.length + next.length <= most) text += next;
  }
  return text;
}

/** Every page with the town's own things in its address, and once more with a payload in what stands behind the question mark. */
function addressesFor(kit: Kit, { known }: Town, actor: Actor | null): string[] {
  const payload = () => encodeURIComponent(kit.random.pick(xssPayloads));
  const pages = shownPages().filter(({ audience }) => (actor === null ? audience === 'citizen' : kit.size !== 'quick' || audience !== 'citizen'));
  if (kit.size === 'quick') return pages.filter((_, i) => (i + kit.seed) % 2 === 0).map(({ path }) => `${addressOf(path, known)}?q=${payload()}&lang=${payload()}`);
  return pages.flatMap(({ path }) => [
    addressOf(path, known), `${addressOf(path, known)}?q=${payload()}&typed=${payload()}&next=${payload()}&lang=${payload()}`,
    ...(partsOf(path).length ? [path.replace(/:\w+/g, () => payload())] : []),
  ]);
}

/** Which payloads stand, made harmless, in the markup of a page: the proof that they reached it. */
async function payloadsOn(door: Door, actor: Actor | null, address: string): Promise<string[]> {
  const html = await (await door.get(actor, address)).text();
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
  return xssPayloads.filter((payload) => html.includes(escaped(payload)));
}

async function cookieOf(door: Door, actor: Actor): Promise<{ name: string; value: string }> {
  const [name, value] = (await door.cookie(actor)).split('=') as [string, string];
  return { name, value };
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
