import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { layLinks } from './lay-links.ts';

/** Copies a PostgreSQL package to where the database's user can run it. Appears whole or not at all. */
export async function copyEngine(from: string, to: string): Promise<void> {
  const draft = `${to}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(to), { recursive: true });
  await cp(join(from, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await cp(join(from, 'package.json'), join(draft, 'package.json'));
  await openForReading(draft);
  await chmod(dirname(to), 0o755);
  await layLinks(draft);
  await rename(draft, to);
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
