import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small disk of its own, in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it until so many bytes are left. */
  fill(left: number): Promise<void>;
  /** Gives the room back, as somebody who empties a folder. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Mounts a disk of so many megabytes; null where this process may not. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]).then(() => true, () => false);
  if (!mounted) {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  await chmod(folder, 0o755);
  const filler = join(folder, 'something-else');
  return {
    folder,
    fill: async (left) => {
      const { bavail, bsize } = await statfs(folder);
      const more = bavail * bsize - left;
      if (more > 0) await writeFile(filler, Buffer.alloc(more), { flag: 'a' });
    },
    clear: () => rm(filler, { force: true }),
    close: async () => {
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
