import { Decrypter } from 'age-encryption';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StartRefusal } from '../start/start-refusal.ts';
import { type Entry, readTar } from './tar.ts';

/** What opens an archive: a key of age as text, or one derived from the master key. */
export type Opener = string | CryptoKey;

/**
 * Reads a backup entry by entry. One that is cut, altered or no backup at all is refused by name (`backup-damaged`), one that none
 * of the keys opens too (`backup-key-wrong`). What was already given must not be trusted before the last entry has come.
 */
export async function* readArchive(file: string, openers: readonly Opener[]): AsyncGenerator<Entry> {
  const disk = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    const decrypter = new Decrypter();
    for (const opener of openers) decrypter.addIdentity(opener);
    const plain = Readable.fromWeb((await decrypter.decrypt(Readable.toWeb(disk) as ReadableStream<Uint8Array>)) as never);
    const unpacked = plain.pipe(createGunzip());
    plain.once('error', (error) => unpacked.destroy(error));
    yield* readTar(unpacked);
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const { message = '', code } = error as NodeJS.ErrnoException;
    if (/no identity matched/.test(message)) throw new StartRefusal('backup-key-wrong', { file });
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new StartRefusal('backup-unreadable', { file, reason: code });
    throw new StartRefusal('backup-damaged', { file, reason: message || String(error) });
  } finally {
    disk.destroy();
  }
}
