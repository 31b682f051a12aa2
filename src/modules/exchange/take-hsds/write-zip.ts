import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of a zip: its name and its bytes, piece by piece. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const WITH_SIZES_BEHIND_AND_UTF8 = 0x0808;
const DEFLATED = 8;
const MOST_BYTES = 0xffff_ffff;
const PACKED_AT_ONCE = 1 << 17;

/**
 * Writes a zip as it comes, holding no file: sizes stand behind each (data descriptor). APPNOTE 6.3.3; files above 4 GB would need
 * Zip64 and end in an error instead. A lower `level` packs faster and less. Answers when the last byte was taken.
 */
export async function writeZip(files: AsyncIterable<ZippedFile>, to: Writable, now: Date, { level = 6 }: { level?: number } = {}): Promise<void> {
  let at = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    at += bytes.length;
    if (at > MOST_BYTES) throw new Error('A zip of more than 4 GB is not written');
    if (!to.write(bytes)) await once(to, 'drain');
  };
  const entries: Buffer[] = [];
  for await (const { name, bytes } of files) {
    const [begins, path, moment] = [at, Buffer.from(name, 'utf8'), momentOf(now)];
    await put(Buffer.concat([numbers([0x04034b50, 4], [20, 2], [WITH_SIZES_BEHIND_AND_UTF8, 2], [DEFLATED, 2], [moment, 4], [0, 4], [0, 4], [0, 4], [path.length, 2], [0, 2]), path]));
    const packer = createDeflateRaw({ level, chunkSize: PACKED_AT_ONCE });
    const packing = (async () => { let packed = 0; for await (const piece of packer) { packed += (piece as Buffer).length; await put(piece as Buffer); } return packed; })();
    let [sum, size] = [0, 0];
    for await (const piece of bytes) {
      sum = crc32(piece, sum);
      size += piece.length;
      if (size > MOST_BYTES) throw new Error('A file of more than 4 GB is not written into a zip');
      if (!packer.write(piece)) await once(packer, 'drain');
    }
    packer.end();
    const packed = await packing;
    await put(numbers([0x08074b50, 4], [sum, 4], [packed, 4], [size, 4]));
    entries.push(Buffer.concat([
      numbers([0x02014b50, 4], [20, 2], [20, 2], [WITH_SIZES_BEHIND_AND_UTF8, 2], [DEFLATED, 2], [moment, 4], [sum, 4], [packed, 4], [size, 4], [path.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [begins, 4]), path,
    ]));
  }
  const directory = Buffer.concat(entries);
  const begins = at;
  await put(directory);
  await put(numbers([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [directory.length, 4], [begins, 4], [0, 2]));
  to.end();
  // Whoever asked for a file finds it whole: the last bytes may still be on their way to the disk.
  await finished(to, { readable: false });
}

/** Numbers one behind the other, the lowest byte first, each in so many bytes. */
function numbers(...given: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const all = Buffer.alloc(given.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of given) {
    if (bytes === 2) all.writeUInt16LE(value, at);
    else all.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return all;
}

/** Time and date as MS-DOS wrote them, in UTC: two seconds are its smallest step. */
const momentOf = (now: Date): number =>
  (((now.getUTCFullYear() - 1980) << 25) | ((now.getUTCMonth() + 1) << 21) | (now.getUTCDate() << 16) | (now.getUTCHours() << 11) | (now.getUTCMinutes() << 5) | (now.getUTCSeconds() >> 1)) >>> 0;
