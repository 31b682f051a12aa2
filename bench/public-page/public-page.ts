import type { ChildProcess } from 'node:child_process';
import { act } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { listService } from '#modules/directory/list-service/list-service.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor, registerOrganization } from '#modules/network/public.ts';
import '#apps/web/sitemap.ts';
import { hireStaff } from '../../tests/fixtures/hire-staff.ts';
import { median } from '../median.ts';
import { load, startPeer } from '../peers.ts';
import { scratchHouse } from '../scratch-house.ts';

const SERVICES = 300;
const ROUNDS = 3;
const SECONDS = 4;
const visitor = '__Host-language=fr';

/**
 * The public directory as a visitor gets it, against a bare `node:http` server that sends the same bytes and headers: requests
 * per second, side by side, round by round. Each answer of ours was checked against the database's version. Bound 0.5.
 */
export async function publicPage(): Promise<{ name: string; ratio: number; bound: number; detail: string }> {
  const hadina = await scratchHouse();
  const children: ChildProcess[] = [];
  try {
    await fill(hadina.house);
    const ours = await startPeer(children, 'list-page/our-server.ts', 4111, { HADINA_HOME: hadina.home });
    const answer = await fetch(`${ours}/directory`, { headers: { cookie: visitor, 'accept-encoding': 'identity' } });
    const page = await answer.text();
    if ((page.match(/class="card door-card"/g)?.length ?? 0) < 25) throw new Error(`/directory answered ${answer.status} without its list`);
    const sent = Object.fromEntries([...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name)));
    const same = await compressedBytes(`${ours}/directory`);
    const bare = await startPeer(children, 'public-page/bare-server.ts', 4112, {
      PEER: JSON.stringify({ body: same.toString('base64'), headers: { ...sent, 'content-encoding': 'br', 'content-length': String(same.length) } }),
    });
    const ratios: number[] = [];
    const speeds: string[] = [];
    await load(`${ours}/directory`, visitor, 2);
    await load(bare, '', 2);
    for (let round = 0; round < ROUNDS; round++) {
      const one = await load(`${ours}/directory`, visitor, SECONDS);
      const other = await load(bare, '', SECONDS);
      ratios.push(one / other);
      speeds.push(`${one.toFixed(0)}/${other.toFixed(0)}`);
    }
    return { name: `public directory, ${page.length} bytes (${same.length} sent)`, ratio: median(ratios), bound: 0.5, detail: `requests a second, ours/bare: ${speeds.join(' ')}` };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await hadina.close();
  }
}

async function fill(house: Parameters<typeof act>[0]): Promise<void> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { ar: 'شبكة القياس', en: 'Bench' }, countries: ['TN'] });
  const { hub } = await act(house, admin, openHub, { kind: 'citess', names: { ar: 'فضاء القياس', en: 'Bench hub' }, country: 'TN', territory: 'TN-43' });
  const { organization } = await act(house, admin, registerOrganization, { names: { ar: 'جمعية القياس', fr: 'Association de mesure' }, sector: 'civil', kind: 'association', listed: true });
  const manager = await hireStaff({ house, network, hub }, 'hub_manager');
  for (let n = 0; n < SERVICES; n++) {
    await act(house, manager, listService, {
      organization, names: { ar: `ورشة رقم ${n}`, fr: `Atelier numéro ${n}` }, mainType: (['CAP', 'LEG', 'FIN', 'COW'] as const)[n % 4]!, modes: ['on-site'],
      areas: ['TN-43'], listed: true, waitingDays: n % 9,
    } as never);
  }
}

/** What a browser that takes brotli receives, byte for byte. */
async function compressedBytes(url: string): Promise<Buffer> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: { cookie: visitor, 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject).end();
  });
}
