import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of this Hadina, with its package.json, migrations and dist: the same from `src` and from the built file. */
export function projectRoot(): string {
  found ??= climb(dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** The version of this Hadina as package.json states it, for example 0.1.0. */
export function hadinaVersion(): string {
  return packageOf(projectRoot())!.version;
}

function climb(folder: string): string {
  if (packageOf(folder)?.name === 'hadina') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json of Hadina not found above the running file');
  return climb(parent);
}

function packageOf(folder: string): { name: string; version: string } | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
