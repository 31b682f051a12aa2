import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const places = ['/usr/lib/x86_64-linux-gnu/faketime', '/usr/lib/aarch64-linux-gnu/faketime', '/usr/lib/faketime'].map((folder) => join(folder, 'libfaketimeMT.so.1'));

/** Where the library lies by which a process is told another time; null where it is not installed. */
export const faketime = (): string | null => places.find((place) => existsSync(place)) ?? null;

/** A clock that a process is given in place of the machine's. */
export interface WrongClock {
  readonly env: NodeJS.ProcessEnv;
  /** Sets it: `+1d`, `-1d`, `+0`; from one moment to the next, as when somebody sets the clock of a machine. */
  set(offset: string): Promise<void>;
  close(): Promise<unknown>;
}

/** Opens a clock that is right until it is set. What a process counts by itself (its own seconds) stays right, as on a machine. */
export async function openWrongClock(library: string): Promise<WrongClock> {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-clock-'));
  const file = join(folder, 'offset');
  const set = (offset: string): Promise<void> => writeFile(file, `${offset}\n`);
  await set('+0');
  return {
    set, close: () => rm(folder, { recursive: true, force: true }),
    env: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  };
}
