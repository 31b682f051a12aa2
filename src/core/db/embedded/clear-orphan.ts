import { rm } from 'node:fs/promises';
import type { Engine } from './engine.ts';
import { clusterFolder } from './make-cluster.ts';
import { postmasterPath, readPostmasterFile } from './postmaster-file.ts';
import { commandLine, startMark } from './process-identity.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/**
 * Clears what a supervisor that was killed left behind. A PostgreSQL still running on the folder is stopped cleanly,
 * so that the new one has today's settings and a parent. A pid file whose pid now belongs to some other program,
 * as happens after a restart of a container, is removed. Says whether a running PostgreSQL was stopped.
 * Call it only while holding the folder.
 */
export async function clearOrphan(engine: Engine, home: string): Promise<boolean> {
  const left = await readPostmasterFile(home);
  if (!left || startMark(left.pid) === undefined) return false;
  const isOurs = process.platform === 'win32' || commandLine(left.pid).includes(clusterFolder(home));
  if (isOurs) await stopPostmaster(engine, home, left.pid);
  else await rm(postmasterPath(home));
  return isOurs;
}
