import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../../start/start-refusal.ts';
import { giveToDatabase } from './database-user.ts';
import type { Engine } from './engine.ts';
import { explainFailure } from './explain-failure.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

/** Where the tables lie in a Hadina folder. */
export const clusterFolder = (home: string): string => join(home, 'postgres');

/**
 * Makes the empty database of a new folder: UTF-8, data checksums, passwords always asked (SCRAM).
 * It is made aside and moved into place, so that a first start cut off by a power failure begins again.
 */
export async function makeCluster(engine: Engine, home: string, ownerPassword: string): Promise<void> {
  const draft = `${clusterFolder(home)}.new`;
  const passwordFile = join(home, `initdb-${randomUUID()}`);
  try {
    await rm(draft, { recursive: true, force: true });
    await writeFile(passwordFile, `${ownerPassword}\n`, { mode: 0o600, flag: 'wx' });
    await giveToDatabase(passwordFile);
    const { code, stderr } = await initdb(engine, home, draft, passwordFile);
    if (code !== 0) throw explainFailure(stderr || String(code), home);
    await rename(draft, clusterFolder(home));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Refuses a database without checksums (`checksums-off`) or of another PostgreSQL (`postgres-differs`); it must not be running. */
export async function checkCluster(engine: Engine, home: string): Promise<void> {
  const theirs = (await readFile(join(clusterFolder(home), 'PG_VERSION'), 'utf8')).trim();
  if (theirs !== engine.major) throw new StartRefusal('postgres-differs', { folder: home, theirs, ours: engine.major });
  const { code, stdout, stderr } = await runProgram(
    engine.postgres,
    ['-D', clusterFolder(home), '-C', 'data_checksums'],
    home,
  );
  if (code !== 0) throw explainFailure(stderr, home);
  if (stdout.trim() !== 'on') throw new StartRefusal('checksums-off', { folder: home });
}

/** Whether the folder already holds a database. */
export const hasCluster = (home: string): boolean => existsSync(join(clusterFolder(home), 'PG_VERSION'));

// Sorting is by code point, which no system update can change. The character classes come from the system's own
// UTF-8 locale, whatever it is called there: with plain C, pg_trgm would see no letter in an Arabic word.
const systemLocales = ['C.UTF-8', 'en_US.UTF-8', 'fr_FR.UTF-8', 'English_United States'];

async function initdb(engine: Engine, home: string, draft: string, passwordFile: string): Promise<ProgramResult> {
  await mkdir(draft, { mode: 0o700 });
  await giveToDatabase(draft);
  const fixed = [
    '-D',
    draft,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  const access = ['--username=hadina_owner', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  let result: ProgramResult = { code: 1, stdout: '', stderr: '' };
  for (const locale of systemLocales) {
    result = await runProgram(engine.initdb, [...fixed, ...access, `--locale=${locale}`], home);
    if (!/invalid locale/.test(result.stderr)) break;
  }
  return result;
}
