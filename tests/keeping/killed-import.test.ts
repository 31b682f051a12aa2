import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { projectRoot } from '#core/project-root.ts';
import { openHadina } from '#apps/open-hadina.ts';
import '#apps/web/sitemap.ts';
import { bringFile } from '#modules/exchange/bring-file/bring-file.ts';
import { chooseColumns, loadImport } from '#modules/exchange/public.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { newFolder } from '#tests/fixtures/hadina-folder.ts';
import { hireStaff } from '#tests/fixtures/hire-staff.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { server, start } from '#tests/fixtures/own-server.ts';

const slow = 240_000;
const many = 6_000;
/** One name a row, none like another; the table of what must stand in the end is written here and nowhere else. */
const names = Array.from({ length: many }, (_, at) => `Atelier numero ${at}`);
const table = ['Nom;Organisme;Type', ...names.map((name, at) => `${name};Association ${at % 40};LEG`)].join('\n');

async function place() {
  const { home, url, key } = await server();
  const here = await newFolder();
  const env = { HADINA_HOME: here, HADINA_KEY_FILE: key, DATABASE_URL: url };
  const hadina = await openHadina({ as: 'client', env });
  onTestFinished(() => hadina.close());
  const network = newId();
  await act(hadina.house, consoleActor(network), openNetwork, { names: { ar: 'شبكة', fr: 'Réseau' }, countries: ['TN'] });
  const { hub } = await act(hadina.house, consoleActor(network), openHub, { kind: 'citess', country: 'TN', territory: 'TN-43', names: { ar: 'مركز', fr: 'Centre' } });
  return { home, url, key, env, house: hadina.house, network, hub };
}

const stateOf = async (house: House, network: string) =>
  (await ownerQuery<{ state: string; done_until: number; added: number; refused: number }>(house, 'select state, done_until, added, refused from exchange.import where network_id = $1', [network]))[0];

/** What stands in the end: each name of the file once, each row taken in one event, everything visible by one publication. */
async function standsWhole(house: House, network: string): Promise<void> {
  const stand = await ownerQuery<{ name: string }>(house, `select names->>'fr' as name from directory.service where network_id = $1`, [network]);
  expect(stand.map(({ name }) => name).sort()).toEqual([...names].sort());
  const [events] = await ownerQuery<{ all: string; rows: string }>(house, `select count(*) as all, count(distinct body->>'row') as rows from core.event where network_id = $1 and name = 'exchange.row-taken'`, [network]);
  expect(events).toEqual({ all: String(many), rows: String(many) });
  expect(await stateOf(house, network)).toMatchObject({ state: 'published', added: many, refused: 0 });
  expect(await ownerQuery(house, 'select from exchange.publication where network_id = $1', [network])).toHaveLength(1);
}

test('an import at the command that was killed goes on behind the last row that was done', async () => {
  const { env, house, network } = await place();
  const file = join(await newFolder(), 'services.csv');
  await writeFile(file, table);
  const bring = () => {
    const child = spawn(process.execPath, [join(projectRoot(), 'bin/hadina'), 'import', 'services', file, '--json'], {
      cwd: projectRoot(), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += String(text); });
    return { child, ended: new Promise<number | null>((done) => child.once('close', done)), said: () => said };
  };
  const first = bring();
  await expect.poll(async () => (await stateOf(house, network))?.done_until ?? 0, { timeout: 120_000, interval: 20 }).toBeGreaterThan(0);
  first.child.kill('SIGKILL');
  await first.ended;
  const cut = await stateOf(house, network);
  expect(cut!.state).toBe('loading');
  expect(cut!.done_until).toBeLessThan(many);
  const second = bring();
  expect([await second.ended, second.said()]).toEqual([0, expect.stringContaining(`"added":${many}`)]);
  await standsWhole(house, network);
}, slow);

test('an import begun on a page whose process was killed is taken over by the next one', async () => {
  const { url, key, house, network, hub } = await place();
  const officer = await hireStaff({ house, network, hub }, 'hub_manager');
  const first = await start(url, key);
  await first.open;
  const { import: of } = await act(house, officer, bringFile, { kind: 'services', file: Buffer.from(table).toString('base64'), file_name: 'services.csv' });
  await act(house, officer, chooseColumns, { import: of, mapping: { name: '0', organization: '1', type: '2' } });
  await act(house, officer, loadImport, { import: of, on: true });
  await expect.poll(async () => (await stateOf(house, network))?.done_until ?? 0, { timeout: 120_000, interval: 20 }).toBeGreaterThan(1_000);
  await first.stop('SIGKILL');
  expect((await stateOf(house, network))!.state).toBe('loading');
  const second = await start(url, key);
  await second.open;
  await expect.poll(async () => (await stateOf(house, network))!.state, { timeout: 120_000, interval: 300 }).toBe('published');
  await standsWhole(house, network);
}, slow);
