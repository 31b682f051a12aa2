import { statfs } from 'node:fs/promises';
import type { Log } from '../log.ts';

/** From here on there is still time to make room. */
const NEARLY_FULL = 0.85;
const EVERY_MS = 60_000;

/** How full a disk is for whoever keeps files on it, between 0 and 1. */
export const shareUsed = ({ blocks, bavail }: { readonly blocks: number; readonly bavail: number }): number => (blocks > 0 ? 1 - bavail / blocks : 0);

/** What is to be said of a disk: nothing (null) below 85 %, else its share in a sentence. */
export const tellsOfDisk = (disk: { readonly blocks: number; readonly bavail: number }): string | null =>
  shareUsed(disk) >= NEARLY_FULL ? `the disk that holds the folder is ${Math.floor(shareUsed(disk) * 100)} % full: make room before it takes nothing more` : null;

/** Looks at the disk of a folder every minute and warns in the log while it is at least 85 % full. A disk that cannot be asked is no reason to end. */
export function watchDisk(folder: string, log: Log): { round(): Promise<void>; stop(): void } {
  const round = async (): Promise<void> => {
    const told = await statfs(folder).then(tellsOfDisk, () => null);
    if (told) log.warn(told);
  };
  void round();
  const timer = setInterval(() => void round(), EVERY_MS).unref();
  return { round, stop: () => clearInterval(timer) };
}
