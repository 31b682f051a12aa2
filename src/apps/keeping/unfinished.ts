import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '#core/start/start-refusal.ts';

/** The note that stands in a folder while a backup is restored into it. */
export function marker(home: string): { read(): Promise<string | undefined>; write(file: string): Promise<void>; remove(): Promise<void> } {
  const path = join(home, 'restoring');
  return {
    read: () => readFile(path, 'utf8').then((text) => text.trim(), () => undefined),
    write: (file) => writeFile(path, `${file}\n`, { mode: 0o600, flush: true }),
    remove: () => rm(path, { force: true }),
  };
}

/** Stops whoever opens a folder in which a restore was cut off (`restore-unfinished`). */
export async function refuseUnfinished(home: string): Promise<void> {
  const file = await marker(home).read();
  if (file !== undefined) throw new StartRefusal('restore-unfinished', { folder: home, file });
}
