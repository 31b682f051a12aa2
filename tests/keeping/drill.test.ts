import { execFileSync, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataMigrations } from '#core/db/migrate.ts';
import { openHome } from '#core/home.ts';
import { projectRoot } from '#core/project-root.ts';
import { openHadina } from '#apps/open-hadina.ts';
import { livedFolder } from '#apps/trust/keeping/lived-folder.ts';
import { releases } from '#apps/trust/keeping/releases.ts';
import { hadina } from '#tests/fixtures/hadina-command.ts';
import { newFolder } from '#tests/fixtures/hadina-folder.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

// A house as the first landed version left it, some hundred visits old: rehearsed, upgraded, drilled, and restored elsewhere.
const slow = 240_000;
const PERSONS = 300;
const first = releases[0]!;
const pending = dataMigrations().filter(({ number }) => !(number in first.migrations)).map(({ name }) => name);
let parent: string;
let home: string;
let network: string;
let backup: { file: string; recoveryKey: string };

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hadina-drill-'));
  await chmod(parent, 0o755);
  home = await openHome({ env: { HADINA_HOME: join(parent, 'home') } });
  network = await livedFolder(home, first, PERSONS, 5);
}, slow);
afterAll(() => rm(parent, { recursive: true, force: true }));

test('a rehearsal says what the upgrade would do and does nothing', async () => {
  const { code, out, err } = await hadina(home, '--json', 'upgrade', '--rehearse');
  expect(code, err).toBe(0);
  const said = JSON.parse(out);
  expect(said.steps.map(({ name }: { name: string }) => name)).toEqual(pending);
  expect(said.changed).toEqual([]);
  expect(said.rows).toBeGreaterThan(PERSONS * 10);
  // Its backup and its scratch database are gone; the house still waits for its upgrade, as the next test shows.
  expect(await readdir(join(home, 'backups'))).toEqual([]);
}, slow);

test('an upgrade begins with a backup of before, which is restored as it was', async () => {
  const { code, out, err } = await hadina(home, '--json', 'upgrade');
  expect(code, err).toBe(0);
  const said = JSON.parse(out);
  expect(said.done).toEqual(expect.arrayContaining(pending));
  backup = { file: said.backup, recoveryKey: said.recoveryKey };
  expect(backup.recoveryKey).toMatch(/^AGE-SECRET-KEY-1/);
}, slow);

test('beside a running house a drill prints its certificate and leaves nothing', async () => {
  const running = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  try {
    const { code, out, err } = await hadina(home, '--json', 'drill');
    expect(code, err).toBe(0);
    const certificate = JSON.parse(out);
    expect(certificate).toMatchObject({ answered: true, chains: 1, events: PERSONS * 4 });
    expect(certificate.equalTables).toBe(certificate.tables);
    expect(await ownerQuery(running.house, `select datname from pg_database where datname like 'hadina_scratch%'`)).toEqual([]);
    expect((await readdir(join(home, 'backups'))).filter((name) => name.includes('scratch'))).toEqual([]);
    // A changed event is found by the drill too: the copy is as bad as the original, and the certificate is withheld.
    await ownerQuery(running.house, `update core.event set body = '{}' where id = (select event_id from core.seal where seq = 7)`);
    const refused = await hadina(home, '--json', 'drill');
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.err)).toMatchObject({ code: 'drill-failed', reason: expect.stringContaining('link 7') });
  } finally {
    await running.close();
  }
}, slow);

test('killed in the middle, a restore leaves nothing that starts, and begins again when it is run once more', async () => {
  const into = await newFolder();
  const paper = join(into, '..', 'paper.txt');
  await writeFile(paper, backup.recoveryKey);
  const child = spawn(process.execPath, [join(projectRoot(), 'bin/hadina'), 'restore', backup.file, '--key', paper], {
    cwd: projectRoot(), stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HADINA_HOME: into },
  });
  const ended = new Promise((done) => child.once('close', done));
  let said = '';
  child.stderr.on('data', (text) => { said += text; if (said.includes('rows follow')) child.kill('SIGKILL'); });
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  const start = await hadina(into, '--json', 'verify');
  expect([start.code, JSON.parse(start.err).code]).toEqual([3, 'restore-unfinished']);
  const again = await hadina(into, '--json', 'restore', backup.file, '--key', paper);
  expect(again.code, again.err).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ kind: 'data', events: PERSONS * 4 });
  const opened = await openHadina({ as: 'supervisor', env: { HADINA_HOME: into } });
  try {
    expect(await ownerQuery(opened.house, 'select count(*)::int as many from people.person where network_id = $1', [network])).toEqual([{ many: PERSONS }]);
  } finally {
    await opened.close();
  }
}, slow);

test('age and tar open a backup without Hadina', async () => {
  const folder = await newFolder();
  const decrypter = new Decrypter();
  decrypter.addIdentity(backup.recoveryKey);
  const plain = Readable.fromWeb((await decrypter.decrypt(Readable.toWeb(createReadStream(backup.file)) as ReadableStream<Uint8Array>)) as never);
  const packed = join(folder, 'plain.tar.gz');
  await writeFile(packed, plain);
  execFileSync('tar', ['-xzf', packed, '-C', folder]);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['opening.json', 'manifest.json', 'tables', 'files']));
  expect(await readdir(join(folder, 'files'))).toContain('master.key');
  const people = execFileSync('sh', ['-c', `cat ${join(folder, 'tables', 'people.person')}/*`], { encoding: 'utf8' });
  expect(people.trimEnd().split('\n')).toHaveLength(PERSONS);
}, slow);
