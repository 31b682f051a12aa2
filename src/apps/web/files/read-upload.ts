import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A form with one file, as it was sent: the file lies on disk, the rest in memory. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly bytes: number;
}

const MOST_OF_A_FIELD = 64 * 1024;
const MOST_FIELDS = 40;
const BREAK = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

/** A form that is cut, has no file, or carries more than it may. */
export class UnreadableUpload extends Error {}

/**
 * Reads a multipart form (RFC 7578) as it arrives and writes its file to a path, holding neither. Fields come before the file or
 * after it; a second file, a field above 64 KB and a file above `most` bytes end the reading.
 */
export async function readUpload(body: AsyncIterable<Uint8Array>, contentType: string, path: string, most: number): Promise<Upload> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType);
  if (!boundary) throw new UnreadableUpload('no boundary');
  const wall = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const fields: Record<string, string> = Object.create(null);
  let file: { name: string; to: ReturnType<typeof createWriteStream>; bytes: number } | undefined;
  let part: { name: string; isFile: boolean; text: Buffer[]; bytes: number } | undefined;
  // The first wall has no line break before it.
  let rest: Buffer = Buffer.from(BREAK);
  let ended = false;
  const take = async (bytes: Buffer): Promise<void> => {
    if (!part || bytes.length === 0) return;
    part.bytes += bytes.length;
    if (part.bytes > (part.isFile ? most : MOST_OF_A_FIELD)) throw new UnreadableUpload('too big');
    if (!part.isFile) part.text.push(Buffer.from(bytes));
    else if (!file!.to.write(bytes)) await once(file!.to, 'drain');
  };
  const open = (head: string): void => {
    const name = /name="([^"]{1,100})"/i.exec(head)?.[1];
    const fileName = /filename="([^"]{0,300})"/i.exec(head)?.[1];
    if (!name || Object.keys(fields).length > MOST_FIELDS || (fileName !== undefined && file)) throw new UnreadableUpload('unexpected part');
    part = { name, isFile: fileName !== undefined, text: [], bytes: 0 };
    if (fileName !== undefined) file = { name: Buffer.from(fileName, 'latin1').toString('utf8').slice(0, 200), to: createWriteStream(path, { mode: 0o600 }), bytes: 0 };
  };
  const close = (): void => {
    if (part?.isFile) file!.bytes = part.bytes;
    else if (part) fields[part.name] = Buffer.concat(part.text).toString('utf8');
    part = undefined;
  };
  try {
    for await (const chunk of body) {
      if (ended) continue;
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const at = rest.indexOf(wall);
        if (at < 0) {
          // What may be the beginning of a wall waits for the next piece.
          const sure = Math.max(0, rest.length - wall.length);
          await take(rest.subarray(0, sure));
          rest = rest.subarray(sure);
          break;
        }
        const behind = at + wall.length;
        if (rest.length < behind + 2) break;
        if (rest.subarray(behind, behind + 2).toString() === '--') { await take(rest.subarray(0, at)); close(); ended = true; break; }
        const head = rest.indexOf(HEAD_END, behind);
        if (head < 0) { if (rest.length - behind > 8_192) throw new UnreadableUpload('long head'); break; }
        await take(rest.subarray(0, at));
        close();
        open(rest.subarray(behind, head).toString('latin1'));
        rest = rest.subarray(head + HEAD_END.length);
      }
    }
    if (!ended || !file) throw new UnreadableUpload('cut off');
    return { fields, fileName: file.name, bytes: file.bytes };
  } finally {
    if (file) { file.to.end(); await once(file.to, 'close').catch(() => {}); }
  }
}
