const BLOCK = 512;
const MOST_BYTES = 16 * 1024 * 1024;

/** One entry of an archive: small enough to be held whole. */
export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** An entry as tar writes it (POSIX ustar), so that any tar opens what age and gzip gave back. */
export function tarEntry({ name, bytes }: Entry): Buffer {
  const head = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for an archive`);
  const put = (at: number, text: string) => head.write(text, at, 'utf8');
  put(0, name);
  put(100, '0000600\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${bytes.length.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\x0000');
  put(148, `${sumOf(head).toString(8).padStart(6, '0')}\0 `);
  return Buffer.concat([head, bytes, Buffer.alloc(gap(bytes.length))]);
}

/** What stands at the end of a tar. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

/** Reads entry after entry; throws where it is no tar, where an entry is larger than we ever write, and where the end is missing. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const take = taker(source);
  for (;;) {
    const head = await take(BLOCK);
    if (head.every((byte) => byte === 0)) break;
    const sum = Number.parseInt(head.toString('latin1', 148, 155), 8);
    const blank = Buffer.from(head);
    blank.fill(' ', 148, 156);
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8);
    if (sumOf(blank) !== sum || !(size <= MOST_BYTES)) throw new Error('not an entry of an archive');
    const name = head.toString('utf8', 0, head.indexOf(0));
    const bytes = await take(size);
    await take(gap(size));
    yield { name, bytes };
  }
  // Read to the very end: only there does the encryption say that nothing was cut off.
  await take(BLOCK);
  await take(1).then(() => { throw new Error('something follows the end'); }, (error: unknown) => { if (error !== ENDED) throw error; });
}

const ENDED = new Error('the archive ends too early');
const gap = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;
const sumOf = (head: Buffer): number => head.reduce((sum, byte) => sum + byte, 0);

/** Gives exactly so many bytes of a stream at a time. */
function taker(source: AsyncIterable<Uint8Array>): (size: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let many = 0;
  return async (size) => {
    while (many < size) {
      const { value, done } = await chunks.next();
      if (done) throw ENDED;
      held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      many += value.byteLength;
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held);
    held = many > size ? [all.subarray(size)] : [];
    many -= size;
    return all.subarray(0, size);
  };
}
