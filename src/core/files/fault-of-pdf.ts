import { createInflate, constants } from 'node:zlib';
import { isMixed } from './looks-like.ts';
import type { FileFault } from './media-type.ts';

/** Names of a PDF that make it do something, carry another file, or be a form of another format. */
const active = /\/(?:JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|XFA|GoTo[ER]|ImportData|SubmitForm|Rendition|Movie|Collection)(?=[\s\0/<>[\]()%]|$)/;
const locked = /\/Encrypt(?=[\s\0/<>[\]()%]|$)/;
/** Objects may be packed together; a dictionary that says so may pack them in the one way that is looked into. */
const isPacked = (dictionary: string): boolean => /\/ObjStm/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));
const plainPacking = /\/Filter\s*(?:\[\s*)?\/FlateDecode\s*\]?\s*(?:[/>\r\n]|$)/;
const mostUnpacked = 16 * 1024 * 1024;
const mostStreams = 20_000;

/**
 * Looks into a PDF for what makes it more than a paper: scripts, programs to start, files inside, forms that send, a password.
 * Objects packed in streams are unpacked and looked into too. It is a search, not a proof: a PDF is only ever sent as a download.
 * Null when nothing was found.
 */
export async function faultOfPdf(file: Buffer): Promise<FileFault | null> {
  if (isMixed(file)) return 'file-mixed';
  const text = plainNames(file.toString('latin1'));
  if (!/%%EOF[\s\0]*$/.test(text.slice(-2_048))) return 'file-damaged';
  if (locked.test(text)) return 'file-locked';
  if (active.test(text)) return 'file-active';
  const raw = file.toString('latin1');
  // Readers forgive an end of line that is not quite right, so it is forgiven here.
  const starts = [...raw.matchAll(/\bstream[ \t]*(?:\r\n|\r|\n)/g)];
  if (starts.length > mostStreams) return 'file-swollen';
  for (const { index, 0: word } of starts) {
    const dictionary = plainNames(raw.slice(Math.max(0, raw.lastIndexOf('obj', index)), index));
    const filtered = /\/Filter\b/.test(dictionary);
    if (isPacked(dictionary) && filtered && (!plainPacking.test(dictionary) || /\/DecodeParms\b/.test(dictionary))) return 'file-active';
    const from = index + word.length;
    const to = raw.indexOf('endstream', from);
    const fault = await faultOfStream(file.subarray(from, to < 0 ? undefined : to));
    if (fault) return fault;
  }
  return null;
}

/** Names may be written with numbers for letters (`/J#61vaScript`): read as what they say. */
const plainNames = (text: string): string => text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Unpacks one stream; only what begins with a number, as packed objects do, is unpacked further than its first bytes. */
function faultOfStream(bytes: Buffer): Promise<FileFault | null> {
  return new Promise((resolve) => {
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    const parts: Buffer[] = [];
    let size = 0;
    const end = (fault: FileFault | null) => {
      inflate.destroy();
      resolve(fault);
    };
    const judge = () => end(active.test(plainNames(Buffer.concat(parts).toString('latin1'))) ? 'file-active' : null);
    inflate.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (!/^(?:[\s\0]|%[^\r\n]*[\r\n])*\d/.test(parts[0]!.toString('latin1', 0, 1_024))) end(null);
      else if (size > mostUnpacked) end('file-swollen');
    });
    inflate.on('end', judge);
    inflate.on('error', judge);
    inflate.end(bytes);
  });
}
