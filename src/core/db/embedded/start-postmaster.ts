import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Address } from './address.ts';
import { databaseUser } from './database-user.ts';
import type { Engine } from './engine.ts';
import { explainFailure, logFile } from './explain-failure.ts';
import { clusterFolder } from './make-cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { programEnvironment } from './run-program.ts';
import { serverSettings } from './settings.ts';

/** Starts PostgreSQL and waits until it answers, however long replaying its journal takes. Refuses with its last words. */
export async function startPostmaster(engine: Engine, home: string, address: Address): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const logStart = turnLog(home);
    const child = launch(engine, home, address);
    if (await becomesReady(child, home)) return child;
    const output = readFileSync(logFile(home)).subarray(logStart).toString();
    // The last sessions of a PostgreSQL that was killed need a moment to notice.
    const lastSessionsLinger = /pre-existing shared memory block/.test(output);
    if (!lastSessionsLinger || attempt === 10) throw explainFailure(output, home);
    await wait(300);
  }
}

function launch(engine: Engine, home: string, address: Address): ChildProcess {
  const log = openSync(logFile(home), 'a', 0o600);
  // A group of its own: Ctrl-C reaches Hadina alone, which then stops the database in order.
  const child = spawn(engine.postgres, ['-D', clusterFolder(home), ...serverSettings(address)], {
    ...databaseUser(),
    cwd: home,
    env: programEnvironment(),
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function becomesReady(child: ChildProcess, home: string): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  for (; !ended; await wait(10)) {
    const written = await readPostmasterFile(home);
    if (written?.pid === child.pid && written?.ready) return true;
  }
  return false;
}

const logLimitBytes = 4_000_000;

// Keeps one older log, so that the two never fill a disk. Says where the new words will begin.
function turnLog(home: string): number {
  const log = logFile(home);
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < logLimitBytes) return size;
  renameSync(log, `${log}.1`);
  return 0;
}
