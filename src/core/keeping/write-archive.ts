import { Encrypter } from 'age-encryption';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { refuseForDisk, StartRefusal } from '../start/start-refusal.ts';
import { type Entry, tarEnd, tarEntry } from './tar.ts';

/** An archive being written: tar, then gzip, then age, straight to the disk. */
export interface ArchiveWriter {
  add(entry: Entry): Promise<void>;
  /** Writes the end, forces it to the disk and only then gives the file its name; gives its size in bytes. */
  close(): Promise<number>;
  /** Takes the unfinished file away. */
  abandon(): Promise<void>;
}

// Fast rather than small: at level 3 deflate keeps up with the database.
const LEVEL = 3;

/** Opens an archive for these recipients (`age1…`). A file that is there is never written over (`backup-exists`). */
export async function writeArchive(file: string, recipients: readonly string[]): Promise<ArchiveWriter> {
  if (existsSync(file)) throw new StartRefusal('backup-exists', { file });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch((error) => refuseForDisk(error, dirname(file)));
  const draft = `${file}.part`;
  const gzip = createGzip({ level: LEVEL });
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(Readable.toWeb(gzip) as ReadableStream<Uint8Array>);
  const disk = createWriteStream(draft, { flags: 'w', mode: 0o600 });
  let failed: unknown;
  const written = pipeline(Readable.fromWeb(sealed as never), disk).catch((error: unknown) => {
    failed = error;
    gzip.destroy(error as Error);
  });
  gzip.on('error', () => {});

  const add = async (bytes: Buffer): Promise<void> => {
    if (failed) refuseForDisk(failed, dirname(file));
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain').catch(() => {}), written]);
    if (failed) refuseForDisk(failed, dirname(file));
  };
  return {
    add: (entry) => add(tarEntry(entry)),
    close: async () => {
      await add(tarEnd());
      gzip.end();
      await written;
      if (failed) refuseForDisk(failed, dirname(file));
      if (existsSync(file)) throw new StartRefusal('backup-exists', { file });
      await flush(draft);
      await rename(draft, file);
      return (await stat(file)).size;
    },
    abandon: async () => {
      gzip.destroy();
      await written;
      await rm(draft, { force: true });
    },
  };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
