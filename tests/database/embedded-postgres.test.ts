import { chmod, cp, lstat, mkdir, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { enginePackage, prepareEngine } from '#core/db/embedded/engine.ts';
import { layLinks } from '#core/db/embedded/lay-links.ts';
import { loginPassword } from '#core/db/logins.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { newFolder, startHere } from '#tests/fixtures/hadina-folder.ts';

async function ask(settings: pg.PoolConfig, question: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(settings);
  await client.connect();
  return client
    .query(question)
    .then(({ rows }) => rows[0])
    .finally(() => client.end());
}

test('it asks passwords, keeps checksums and fsync, listens only in a private folder, and knows Arabic letters', async () => {
  const home = await newFolder();
  const database = await startHere(home);
  const owner = database.connection('hadina_owner');
  expect(
    await ask(
      owner,
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
    ),
  ).toEqual({ checksums: 'on', fsync: 'on', addresses: '', encoding: 'UTF8' });
  expect((await stat(owner.host!)).mode & 0o777).toBe(0o700);
  await expect(ask({ ...owner, password: 'wrong' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await ask(owner, 'create extension pg_trgm');
  expect(
    await ask(owner, `select similarity('خديجة', 'خديجه') > 0.3 as close, cardinality(show_trgm('عمر')) as parts`),
  ).toEqual({ close: true, parts: 4 });
});

test('what a person typed never reaches the log', async () => {
  const home = await newFolder();
  const database = await startHere(home);
  const owner = database.connection('hadina_owner');
  await ask(owner, 'create table person (cin text primary key)');
  await ask(owner, `insert into person values ('SECRET-07654321')`);
  await expect(ask(owner, `insert into person values ('SECRET-07654321')`)).rejects.toThrow();
  await expect(ask(owner, `select 'SECRET-word'::uuid`)).rejects.toThrow();
  await database.stop();
  expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain('SECRET');
});

test('a path longer than a socket may have', async () => {
  const home = await newFolder(`${'long-folder-name-'.repeat(6)}/${'and-another-one-'.repeat(6)}/home`);
  const database = await startHere(home);
  const { host } = database.connection('hadina_owner');
  expect(host).toMatch(/^\/tmp\/hadina-[0-9a-f]{16}$/);
  expect((await stat(host!)).mode & 0o777).toBe(0o700);
  await database.stop();
  await expect(stat(host as string)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a stop leaves nothing running, and the next start finds the folder as it was', async () => {
  const home = await newFolder();
  const first = await startHere(home);
  await ask(first.connection('hadina_owner'), `create table note as select 'kept' as text`);
  await first.stop();
  expect(await readdir(join(home, 'postgres'))).not.toContain('postmaster.pid');
  const second = await startHere(home);
  expect(second.replacedOrphan).toBe(false);
  expect(await ask(second.connection('hadina_owner'), 'select text from note')).toEqual({ text: 'kept' });
});

test.skipIf(process.platform === 'win32')(
  'the links of the libraries are laid without install scripts, twice without harm',
  async () => {
    const folder = await packageWithoutLinks();
    await layLinks(folder);
    await layLinks(folder);
    const libraries = join(folder, 'native', 'lib');
    const linked = (
      await Promise.all(
        (
          await readdir(libraries)
        ).map(async (name) => ((await lstat(join(libraries, name))).isSymbolicLink() ? name : '')),
      )
    ).filter(Boolean);
    expect(linked.length).toBeGreaterThan(0);
    for (const name of linked)
      expect((await stat(join(libraries, await readlink(join(libraries, name))))).isFile()).toBe(true);
  },
);

test.skipIf(process.getuid?.() !== 0)(
  'a package that the database user cannot read is copied beside the folder (needs root)',
  async () => {
    const folder = await packageWithoutLinks();
    await chmod(folder, 0o700);
    const home = await newFolder();
    const { postgres } = await prepareEngine(home, folder);
    expect(postgres.startsWith(join(home, 'engine'))).toBe(true);
  },
);

async function packageWithoutLinks(): Promise<string> {
  const folder = join(await newFolder(), 'package');
  await mkdir(folder);
  await cp(enginePackage(), folder, { recursive: true, verbatimSymlinks: true });
  const libraries = join(folder, 'native', 'lib');
  for (const name of await readdir(libraries)) {
    if ((await lstat(join(libraries, name))).isSymbolicLink()) await rm(join(libraries, name));
  }
  return folder;
}

test('a DATABASE_URL is used instead, every login on the same server with its own password', async () => {
  const home = await newFolder();
  const { host, password } = (await startHere(home)).connection('hadina_owner');
  const keys = await loadMasterKey(home, {});
  const databaseUrl = `postgres://hadina_owner:${password}@localhost/hadina?host=${encodeURIComponent(host!)}`;
  const external = await startDatabase({ home: '/nowhere', keys, databaseUrl });
  const owner = external.connection('hadina_owner');
  await ask(owner, `create role hadina_report login password '${loginPassword(keys, 'hadina_report')}'`);
  const who = 'select current_user as login, current_database() as database';
  expect(await ask(owner, who)).toEqual({ login: 'hadina_owner', database: 'hadina' });
  expect(await ask(external.connection('hadina_report', 'postgres'), who)).toEqual({
    login: 'hadina_report',
    database: 'postgres',
  });
});
