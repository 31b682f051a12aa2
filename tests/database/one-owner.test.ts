import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { takeFolder } from '#core/db/embedded/folder-lock.ts';
import { findRunningDatabase } from '#core/db/start-database.ts';
import { ended, newFolder, startElsewhere, startHere } from '#tests/fixtures/hadina-folder.ts';

test('a second process is refused at once and told who holds the folder', async () => {
  const home = await newFolder();
  await startHere(home);
  const { firstLine } = await startElsewhere(home);
  const refusal = JSON.parse(firstLine);
  expect(refusal.code).toBe('folder-held');
  expect(refusal.message).toContain(`process ${process.pid}`);
  expect(refusal.message).toContain(home);
});

test('after a kill the running PostgreSQL is replaced and what was confirmed is still there', async () => {
  const home = await newFolder();
  const { child, firstLine } = await startElsewhere(home);
  expect(firstLine).toBe('running');
  const orphan = Number.parseInt(await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  child.kill('SIGKILL');
  await ended(child);
  expect(() => process.kill(orphan, 0)).not.toThrow();

  const database = await startHere(home);
  expect(database.replacedOrphan).toBe(true);
  const client = new pg.Client(database.connection('hadina_owner'));
  await client.connect();
  const { rows } = await client.query('select note from kept');
  await client.end();
  expect(rows).toEqual([{ note: 'written before the kill' }]);
});

test('a pid file whose number now belongs to another program does not stop the start', async () => {
  const home = await newFolder();
  await (await startHere(home)).stop();
  await writeFile(join(home, 'postgres', 'postmaster.pid'), `${process.pid}\n${home}\n0\n5432\n\n\n0 0\nready\n`);
  expect((await startHere(home)).replacedOrphan).toBe(false);
});

test('of many that find a dead holder exactly one wins', async () => {
  const home = await newFolder();
  await mkdir(join(home, 'lock'));
  await writeFile(
    join(home, 'lock', '7.json'),
    JSON.stringify({ pid: 2 ** 22 + 1, since: '2026-01-01T00:00:00Z', mark: 'gone' }),
  );
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => takeFolder(home)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(join(home, 'lock'))).toEqual(['8.json']);
});

test('a holder whose pid was given to a later process is dead', async () => {
  const home = await newFolder();
  await mkdir(join(home, 'lock'));
  await writeFile(
    join(home, 'lock', '1.json'),
    JSON.stringify({ pid: process.pid, since: '2026-01-01T00:00:00Z', mark: 'earlier' }),
  );
  await (await takeFolder(home)).release();
});

test('a command finds the running database as a client, and nothing when none runs', async () => {
  const home = await newFolder();
  const keys = await loadMasterKey(home, {});
  expect(await findRunningDatabase({ home, keys })).toBeUndefined();
  const running = await startHere(home);
  const found = await findRunningDatabase({ home, keys });
  const client = new pg.Client(found!.connection('hadina_owner'));
  await client.connect();
  const { rows } = await client.query('select current_database() as name');
  await client.end();
  expect(rows).toEqual([{ name: 'hadina' }]);
  await running.stop();
  expect(await findRunningDatabase({ home, keys })).toBeUndefined();
});
