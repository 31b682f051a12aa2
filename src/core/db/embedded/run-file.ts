import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address } from './address.ts';
import { folderHolder } from './folder-lock.ts';

/** Notes where the running database answers, for the commands that come as its clients. It holds no password. */
export async function writeRunFile(home: string, address: Address): Promise<void> {
  await writeFile(`${path(home)}.new`, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  await rename(`${path(home)}.new`, path(home));
}

/** Where the database of a folder answers now, or undefined when no living Hadina holds the folder. */
export async function readRunFile(home: string): Promise<Address | undefined> {
  if (!(await folderHolder(home))) return undefined;
  const text = await readFile(path(home), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Takes the note away when the database stops. */
export const removeRunFile = (home: string): Promise<void> => rm(path(home), { force: true });

const path = (home: string): string => join(home, 'run.json');
