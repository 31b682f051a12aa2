import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../../start/start-refusal.ts';
import { startMark } from './process-identity.ts';

/** Who holds a folder: the process, since when, and the mark that tells it from a later process with the same pid. */
export interface Holder {
  readonly pid: number;
  readonly since: string;
  readonly mark: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone, or refuses at once naming who holds it (`folder-held`).
 * What a dead process left behind is taken over. Numbers only grow and the highest one counts, so that two
 * processes which find the same dead holder can never both win.
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  const lockFolder = join(folder, 'lock');
  await mkdir(lockFolder, { recursive: true, mode: 0o700 });
  const holder: Holder = { pid: process.pid, since: new Date().toISOString(), mark: startMark(process.pid) ?? '' };
  for (;;) {
    const living = await folderHolder(folder);
    if (living) throw new StartRefusal('folder-held', { folder, pid: String(living.pid), since: living.since });
    const number = ((await numbers(lockFolder)).at(-1) ?? 0) + 1;
    if (await claim(lockFolder, number, holder)) return { release: () => putDown(lockFolder, number) };
  }
}

/** Who holds a folder now, or undefined when nobody living does. */
export async function folderHolder(folder: string): Promise<Holder | undefined> {
  const lockFolder = join(folder, 'lock');
  const highest = (await numbers(lockFolder)).at(-1);
  if (highest === undefined) return undefined;
  try {
    const holder: Holder | { released: true } = JSON.parse(await readFile(file(lockFolder, highest), 'utf8'));
    return 'pid' in holder && startMark(holder.pid) === holder.mark ? holder : undefined;
  } catch (error) {
    // Between listing and reading a newer holder cleared this one away: look again.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return folderHolder(folder);
    throw error;
  }
}

async function claim(lockFolder: string, number: number, holder: Holder): Promise<boolean> {
  const draft = join(lockFolder, `draft-${process.pid}`);
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, file(lockFolder, number));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const all = await numbers(lockFolder);
  const won = all.at(-1) === number;
  const superseded = won ? all.slice(0, -1) : [number];
  for (const old of superseded) await rm(file(lockFolder, old), { force: true });
  return won;
}

async function putDown(lockFolder: string, number: number): Promise<void> {
  const draft = join(lockFolder, `draft-${process.pid}`);
  await writeFile(draft, JSON.stringify({ released: true }), { mode: 0o600 });
  await rename(draft, file(lockFolder, number));
}

async function numbers(lockFolder: string): Promise<number[]> {
  const names = await readdir(lockFolder).catch(() => []);
  return names
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);
}

const file = (lockFolder: string, number: number): string => join(lockFolder, `${number}.json`);
