import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { databaseUser, giveToDatabase } from '#core/db/embedded/database-user.ts';
import { enginePackage, prepareEngine } from '#core/db/embedded/engine.ts';
import { explainFailure } from '#core/db/embedded/explain-failure.ts';
import { runProgram } from '#core/db/embedded/run-program.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { chooseHome } from '#core/home.ts';
import { refuseForDisk } from '#core/start/start-refusal.ts';
import { newFolder, startHere } from '#tests/fixtures/hadina-folder.ts';

test('a database without checksums', async () => {
  const home = await newFolder();
  const engine = await prepareEngine(home);
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, 'invented\n', { mode: 0o600 });
  await giveToDatabase(passwordFile);
  await chmod(home, databaseUser() ? 0o777 : 0o700);
  const made = await runProgram(
    engine.initdb,
    [
      '-D',
      join(home, 'postgres'),
      '--no-data-checksums',
      '-U',
      'hadina_owner',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-N',
    ],
    home,
  );
  expect(made.code).toBe(0);
  await expect(startDatabase({ home, keys: Buffer.alloc(32, 1) })).rejects.toMatchObject({ code: 'checksums-off' });
});

test('a folder of a newer Hadina, left untouched', async () => {
  const home = await newFolder();
  await writeFile(join(home, 'version.json'), '{"hadina":"999.0.0"}');
  await expect(startHere(home)).rejects.toMatchObject({ code: 'folder-newer', values: { theirs: '999.0.0' } });
  expect(await readFile(join(home, 'version.json'), 'utf8')).toBe('{"hadina":"999.0.0"}');
});

test('a database of another PostgreSQL', async () => {
  const home = await newFolder();
  await (await startHere(home)).stop();
  await writeFile(join(home, 'postgres', 'PG_VERSION'), '14\n');
  await expect(startHere(home)).rejects.toMatchObject({ code: 'postgres-differs', values: { theirs: '14' } });
});

test.skipIf(process.platform === 'win32')('a key that others can read', async () => {
  const home = await newFolder();
  await loadMasterKey(home, {});
  await chmod(join(home, 'master.key'), 0o644);
  await expect(loadMasterKey(home, {})).rejects.toMatchObject({ code: 'key-readable', values: { mode: '644' } });
});

test.each([
  ['short', Buffer.from('short').toString('base64')],
  ['always the same', Buffer.alloc(32, 7).toString('base64')],
  ['not base64', 'a sentence of more than thirty-two letters, which is not a key'],
  ['empty', ''],
])('a weak key: %s', async (_, text) => {
  const home = await newFolder();
  const file = join(home, 'weak.key');
  await writeFile(file, text, { mode: 0o600 });
  await expect(loadMasterKey(home, { HADINA_KEY_FILE: file })).rejects.toMatchObject({ code: 'key-weak' });
});

test('a key that is gone or belongs to another folder', async () => {
  const home = await newFolder();
  await (await startHere(home)).stop();
  await rm(join(home, 'master.key'));
  await expect(loadMasterKey(home, {})).rejects.toMatchObject({ code: 'key-lost' });
  await expect(loadMasterKey(home, { HADINA_KEY_FILE: join(home, 'nowhere') })).rejects.toMatchObject({
    code: 'key-missing',
  });
  const otherKey = await loadMasterKey(await newFolder(), {});
  await expect(startDatabase({ home, keys: otherKey })).rejects.toMatchObject({ code: 'key-does-not-fit' });
  expect((await runningLock(home)).released).toBe(true);
});

test('a platform without PostgreSQL gets a word about DATABASE_URL', () => {
  expect(() => enginePackage('sunos-sparc')).toThrow(/no PostgreSQL for sunos-sparc.*DATABASE_URL/);
});

test('a DATABASE_URL that does not answer', async () => {
  const started = startDatabase({
    home: '/nowhere',
    keys: Buffer.alloc(32),
    databaseUrl: 'postgres://nobody:x@127.0.0.1:1/none',
  });
  await expect(started).rejects.toMatchObject({ code: 'database-url-unusable' });
});

test('a folder that the database user cannot enter, and where it goes instead', async () => {
  const parent = join(await newFolder(), 'private');
  await mkdir(join(parent, 'clone'), { recursive: true });
  await chmod(parent, 0o700);
  const nobody = { uid: 4_000_001, gid: 4_000_001 };
  const below = chooseHome({ env: { HADINA_HOME: join(parent, 'here') }, user: nobody });
  await expect(below).rejects.toMatchObject({ code: 'folder-blocked', values: { blocked: parent } });
  expect(await chooseHome({ env: {}, clone: join(parent, 'clone'), user: nobody })).toMatch(
    /^\/var\/lib\/hadina\/[0-9a-f]{16}$/,
  );
});

test('a full or read-only disk is said in a sentence', () => {
  expect(explainFailure('FATAL:  could not write to file: No space left on device', '/srv/h').message).toMatch(
    /disk that holds \/srv\/h is full/,
  );
  expect(() => refuseForDisk(Object.assign(new Error(), { code: 'EROFS' }), '/srv/h')).toThrow(
    /\/srv\/h cannot be written \(EROFS\)/,
  );
  expect(() => refuseForDisk(new TypeError('a bug'), '/srv/h')).toThrow(TypeError);
});

const runningLock = async (home: string): Promise<{ released?: boolean }> => {
  const [name] = await readdir(join(home, 'lock'));
  return JSON.parse(await readFile(join(home, 'lock', name!), 'utf8'));
};
