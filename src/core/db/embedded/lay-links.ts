import { readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * Lays the library links that a PostgreSQL package would lay in its install script; ours are switched off.
 * May be repeated. `folder` is the package, with `native/pg-symlinks.json` inside.
 */
export async function layLinks(folder: string): Promise<void> {
  for (const { source, target } of await linkList(folder)) {
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function linkList(folder: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
