import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { Actor } from '#core/actor.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Beast, MARK } from './uploads/beast.ts';
import { type Bringer, openBringer } from './uploads/open-bringer.ts';
import { faultsOfServed, type Served } from './uploads/faults-of-served.ts';
import { openZoo } from './uploads/zoo.ts';
import { type Door, openDoor } from './web/door.ts';

const mostSeconds = 5;
const mostMegabytes = 150;
/** Many at once are not promised in trust.md; that they do not fill the house is. */
const mostMegabytesInFlood = 400;

export const uploadsPromise: TrustPromise = {
  number: 54,
  name: 'uploads',
  title: 'whatever file is brought, nothing that comes out again can run, tells where it was made, or fills the house',
  tooLongForAMinute: 'sends a folder of files made to harm',
  run: async (kit) => {
    const zoo = await theZoo(kit);
    const desk = await aDesk(kit);
    const brought = kit.size === 'quick' ? zoo.filter((_, n) => n % 6 === kit.seed % 6) : zoo;
    if (kit.size === 'quick') kit.shortened.push(`${brought.length} files instead of ${zoo.length}`);
    // A house in use: the process that reads pictures is there.
    await bring(desk, zoo[0]!);
    const memory = watchMemory();
    const faults: string[] = [];
    let [kept, slowest] = [0, 0];
    for (const beast of brought) {
      const began = performance.now();
      const { document, status } = await bring(desk, beast);
      slowest = Math.max(slowest, performance.now() - began);
      const answer = document ? 'kept' : 'refused';
      if (beast.must !== 'either' && beast.must !== answer) faults.push(`${beast.what}: ${answer} (${status})`);
      if (status >= 500) faults.push(`${beast.what}: answered ${status}`);
      for (const inline of document ? [false, true] : []) faults.push(...faultsOfServed(await take(desk, beast.what, document!, inline)));
      if (document) kept++;
    }
    const alone = memory.most();
    const sent = kit.rounds(4, 40);
    const flood = await aFlood(desk, sent);
    await desk.close();
    const megabytes = memory.stop();
    if (slowest > mostSeconds * 1_000) faults.push(`a file took ${Math.round(slowest / 1_000)} s`);
    if (alone > mostMegabytes || megabytes > mostMegabytesInFlood) faults.push(`the house grew by ${alone} MB, in a flood by ${megabytes} MB`);
    return noneOf('files served active, telling or too heavy', brought.length, [...faults, ...flood.faults], kit.size === 'quick' ? 40 : 150, [
      `${kept} kept, ${brought.length - kept} refused; slowest ${Math.round(slowest)} ms, +${alone} MB one by one, +${megabytes} MB in a flood of ${sent} pictures: ${flood.kept} kept, ${sent - flood.kept} asked to come again, ${flood.pages} pages answered meanwhile`,
    ]);
  },
  /** A house that keeps what comes as it came and sends it as what it was called. */
  plantedFault: async () => {
    const told = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } }).jpeg().withExif({ IFD0: { ImageDescription: MARK }, IFD3: { GPSLatitudeRef: 'N' } }).toBuffer();
    const as = (type: string, disposition: string, more: Record<string, string> = {}) => new Headers({ 'content-type': type, 'content-disposition': disposition, ...more });
    const planted: [Served, RegExp][] = [
      [{ what: 'planted', status: 200, headers: as('image/svg+xml', 'inline; filename="x.svg"'), bytes: Buffer.from('<svg onload="x"/>'), inline: true }, /served as image\/svg/],
      [{ what: 'planted', status: 200, headers: as('image/jpeg', `inline; filename="photo.jpg"; filename*=UTF-8''photo%E2%80%AEgpj.jpg`), bytes: told, inline: true }, /carries a segment e1/],
      [{ what: 'planted', status: 200, headers: as('application/pdf', 'inline; filename="x.html"'), bytes: Buffer.from('%PDF-1.4'), inline: true }, /opened where it should be saved/],
    ];
    return planted.every(([served, says]) => faultsOfServed(served).some((fault) => says.test(fault)) && faultsOfServed(served).some((fault) => fault.includes('it may run')))
      && faultsOfServed(planted[1]![0]).some((fault) => fault.includes('turns, hides or climbs'));
  },
};

const theZoo = (kit: Kit): Promise<Beast[]> => kit.shared('zoo', async () => ({ value: await openZoo() }));

interface Desk { readonly door: Door; readonly officer: Actor; readonly person: string; readonly origin: string; readonly bringer: Bringer; close(): Promise<void> }

/** A desk with a woman received at it, behind a port, and somebody outside who sends files to her documents. */
async function aDesk(kit: Kit): Promise<Desk> {
  await kit.hadina();
  const world = await openHub();
  const { officer, person: register, visit } = await openDesk(world);
  const person = await register();
  await visit(person);
  const door = await openDoor(world);
  const server = await new Promise<Server>((resolve) => { const opened = serve({ fetch: door.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened as Server)); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bringer = openBringer(`${origin}/people/${person}/documents`, await door.cookie(officer), await door.token(officer));
  const close = async () => { await bringer.close(); server.closeAllConnections(); server.close(); };
  return { door, officer, person, origin, bringer, close };
}

/** Brings one file; the document it became, or none. */
async function bring(desk: Desk, beast: Beast): Promise<{ document: string | null; status: number }> {
  const [status] = await desk.bringer.bring(beast);
  return { status: status!, document: status === 303 ? await newest(desk) : null };
}

/** The document that came last. */
async function newest({ door: { world }, person }: Desk): Promise<string | null> {
  const [row] = await ownerQuery<{ id: string }>(world.house, 'select id from documents.document where network_id = $1 and person_id = $2 order by id desc limit 1', [world.network, person]);
  return row?.id ?? null;
}

async function take({ door, officer }: Desk, what: string, document: string, inline: boolean): Promise<Served> {
  const answer = await door.get(officer, `/documents/${document}${inline ? '?inline=1' : ''}`);
  return { what, status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()), inline };
}

/** Many heavy pictures at once: each is kept or asked to come again, and pages are answered meanwhile. */
async function aFlood({ bringer, origin }: Desk, sent: number): Promise<{ faults: string[]; kept: number; pages: number }> {
  const bytes = await sharp({ create: { width: 3_400, height: 3_400, channels: 3, background: '#a33', noise: { type: 'gaussian', mean: 128, sigma: 20 } } }).jpeg().toBuffer();
  let [open, pages] = [true, 0];
  const asking = (async () => {
    for (; open; pages++) {
      if (!(await fetch(`${origin}/healthz`)).ok) throw new Error('no answer in a flood');
      await pause(20);
    }
  })();
  const statuses = await bringer.bring({ name: 'flood.jpg', bytes }, sent);
  open = false;
  await asking;
  const kept = statuses.filter((status) => status === 303).length;
  return { faults: statuses.filter((status) => ![303, 422, 503].includes(status)).map((status) => `in a flood: answered ${status}`), kept, pages };
}

/**
 * Watches how much more memory the house takes than now, with the process that reads pictures; `stop` gives the most, in megabytes.
 * That process is seen on Linux only.
 */
function watchMemory(): { most(): number; stop(): number } {
  const taken = () => process.memoryUsage.rss() + drawersMemory();
  const before = taken();
  let most = before;
  const timer = setInterval(() => { most = Math.max(most, taken()); }, 10);
  const grown = () => Math.round((most - before) / 1_048_576);
  return { most: grown, stop: () => { clearInterval(timer); return grown(); } };
}

function drawersMemory(): number {
  const read = (path: string): string => { try { return readFileSync(path, 'utf8'); } catch { return ''; } };
  return read(`/proc/self/task/${process.pid}/children`).trim().split(' ').filter((pid) => read(`/proc/${pid}/cmdline`).includes('draw-pictures'))
    .reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1_024, 0);
}
