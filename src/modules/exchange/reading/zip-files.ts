import type { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { unreadable } from './unreadable-file.ts';

export const mostEntries = 2_000;
export const mostUnpacked = 2 * 1024 ** 3;
const mostRatio = 200;

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly entry: yauzl.Entry;
}

/** A zip, looked at before anything is unpacked: how many files, how big they say they are, how much they swell. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  read(entry: ZipEntry): Promise<NodeJS.ReadableStream>;
  close(): void;
}

const fromFile = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open as never);
const fromBytes = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer as never);

/**
 * Opens a zip given as bytes or as a path. Refuses a bomb by what its directory declares; `read` refuses one that lied, when more
 * comes out than was declared (yauzl compares them while it unpacks).
 */
export async function openZip(source: string | Buffer): Promise<OpenZip> {
  const options: yauzl.Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };
  const zip = await (typeof source === 'string' ? fromFile(source, options) : fromBytes(source, options)).catch(() => unreadable('sheet-unreadable'));
  if (zip.entryCount > mostEntries) unreadable('zip-bomb', { count: zip.entryCount });
  const entries: ZipEntry[] = [];
  let packed = 0;
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      entries.push({ name: entry.fileName, bytes: entry.uncompressedSize, entry });
      zip.readEntry();
    });
    zip.readEntry();
  }).catch(() => unreadable('sheet-unreadable'));
  if (unpacked > mostUnpacked || (unpacked > 1024 * 1024 && unpacked > packed * mostRatio)) unreadable('zip-bomb', { count: Math.round(unpacked / 1024 / 1024) });
  const openStream = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never);
  return { entries, read: ({ entry }) => openStream(entry), close: () => zip.close() };
}
