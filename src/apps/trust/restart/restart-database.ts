import { setTimeout as wait } from 'node:timers/promises';
import { readPostmasterFile } from '#core/db/embedded/postmaster-file.ts';
import { sendSignal } from '#core/db/embedded/stop-postmaster.ts';

const PATIENCE_MS = 30_000;

/** Tells the PostgreSQL of a folder to end, as whoever restarts it would, and waits until the house has it back. Gives the milliseconds that took. */
export async function restartDatabase(home: string): Promise<number> {
  const before = (await readPostmasterFile(home))!.pid;
  const began = performance.now();
  sendSignal(before, 'SIGINT');
  for (; performance.now() - began < PATIENCE_MS; await wait(10)) {
    const now = await readPostmasterFile(home);
    if (now?.ready && now.pid !== before) return performance.now() - began;
  }
  throw new Error('The database was told to end and nobody started it again');
}
