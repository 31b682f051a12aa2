import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hadinaVersion } from '../../project-root.ts';
import { StartRefusal } from '../../start/start-refusal.ts';

/** Refuses a folder that a newer Hadina has written, before anything in it is touched (`folder-newer`). */
export async function checkFolderVersion(folder: string): Promise<void> {
  const theirs = await readVersion(folder);
  const ours = hadinaVersion();
  if (theirs && isNewer(theirs, ours)) throw new StartRefusal('folder-newer', { folder, theirs, ours });
}

/** Notes in the folder which Hadina wrote it last. */
export async function writeFolderVersion(folder: string, postgresMajor: string): Promise<void> {
  const file = join(folder, 'version.json');
  await writeFile(`${file}.new`, `${JSON.stringify({ hadina: hadinaVersion(), postgres: postgresMajor })}\n`, {
    mode: 0o600,
  });
  await rename(`${file}.new`, file);
}

async function readVersion(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'version.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : String(JSON.parse(text).hadina);
}

function isNewer(theirs: string, ours: string): boolean {
  const steps = numbersOf(theirs).map((number, place) => number - (numbersOf(ours)[place] ?? 0));
  return (steps.find((step) => step !== 0) ?? 0) > 0;
}

const numbersOf = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
