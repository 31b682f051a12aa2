import { setTimeout as wait } from 'node:timers/promises';
import { StartRefusal } from '../../start/start-refusal.ts';
import type { Engine } from './engine.ts';
import { logFile } from './explain-failure.ts';
import { clusterFolder } from './make-cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { startMark } from './process-identity.ts';
import { runProgram } from './run-program.ts';

/**
 * Stops a running PostgreSQL: what is being written is rolled back, everything confirmed stays (SIGINT).
 * After a minute it is told to stop at once (SIGQUIT), which is safe too: the next start replays its journal.
 */
export async function stopPostmaster(engine: Engine, home: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await runProgram(engine.pgCtl, ['stop', '-D', clusterFolder(home), '-m', 'fast', '-w'], home);
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    sendSignal(pid, signal);
    if (await hasEnded(home, pid, patience)) return;
  }
  throw new StartRefusal('engine-failed', { reason: `process ${pid} does not stop`, log: logFile(home) });
}

/** Sends a signal to a process that may already be gone. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function hasEnded(home: string, pid: number, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await wait(20)) {
    if (startMark(pid) === undefined) return true;
  }
  return (await readPostmasterFile(home))?.pid !== pid;
}
