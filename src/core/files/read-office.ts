import { promisify } from 'node:util';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type FileFault, type MediaType, turnedAway, type Verdict } from './media-type.ts';

const mostEntries = 2_000;
const mostUnpacked = 100 * 1024 * 1024;
const mostRatio = 200;
/** What is read of one part to look into it. */
const mostOfPart = 8 * 1024 * 1024;

/** Folders and parts that hold programs, other files, or what is fetched from elsewhere. */
const activeParts = /vbaproject|(?:^|\/)(?:embeddings|activex|externallinks|macrosheets|dialogsheets|customui\d*)\/|(?<!printersettings\d{0,4})\.bin$/i;
const activeTypes = /macroEnabled|vbaProject|activeX|oleObject|ms-package/i;
const activeFields = /\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b/i;

const openZip = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer as never);

/**
 * Looks into a zip and keeps it only when it is a DOCX or XLSX without programs, files inside or parts fetched from elsewhere.
 * Nothing is written to disk; of a few parts some megabytes are unpacked in memory to be read.
 */
export async function readOffice(file: Buffer): Promise<Verdict> {
  try {
    const zip = await openZip(file, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
    const entries = await entriesOf(zip);
    const fault = faultOfEntries(file, entries) ?? (await faultOfParts(zip, entries));
    if (fault) return turnedAway(fault);
    const mediaType = officeType(new Set(entries.map(({ fileName }) => fileName)));
    return mediaType ? { ok: true, mediaType, content: file } : turnedAway('file-kind');
  } catch {
    return turnedAway('file-damaged');
  }
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      // One more than allowed is enough to know.
      if (entries.length > mostEntries) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function faultOfEntries(file: Buffer, entries: readonly yauzl.Entry[]): FileFault | null {
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.length > mostEntries || unpacked > mostUnpacked || (unpacked > 1_048_576 && unpacked > packed * mostRatio)) return 'file-swollen';
  const names = entries.map(({ fileName }) => fileName.toLowerCase());
  // Something before the first part, after the last, or two parts of one name: another program would see another file.
  const wholeZip = file.readUInt32LE(file.length - 22) === 0x06054b50 && Math.min(...entries.map((entry) => entry.relativeOffsetOfLocalHeader)) === 0;
  if (!wholeZip || new Set(names).size < names.length) return 'file-mixed';
  if (entries.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) === 1)) return 'file-locked';
  // A link (file type 0xA in the upper half, as on Unix) would lead out of the zip.
  if (entries.some(({ externalFileAttributes }) => (externalFileAttributes >>> 28) === 0xa)) return 'file-active';
  return names.some((name) => activeParts.test(name)) ? 'file-active' : null;
}

async function faultOfParts(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[]): Promise<FileFault | null> {
  for (const entry of entries) {
    const types = entry.fileName === '[Content_Types].xml';
    const ties = entry.fileName.endsWith('.rels');
    if (!types && !ties && !/^word\/[^/]+\.xml$/.test(entry.fileName)) continue;
    const text = await textOf(zip, entry);
    if (text === null) return 'file-swollen';
    if (types ? activeTypes.test(text) : ties ? fetches(text) : activeFields.test(fieldsOf(text))) return 'file-active';
  }
  return null;
}

/** A part as text; null when it is longer than what is read. */
async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string | null> {
  const stream = await promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip) as never)(entry);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostOfPart) return null;
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(0, bytes.length & ~1).swap16().toString('utf16le') : bytes.toString('utf8');
  return wide.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, plain?: string) => String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(plain))));
}

/** Does the part fetch something from outside when it is opened? A link that somebody presses does not. */
const fetches = (text: string): boolean =>
  (text.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []).some((tie) => /TargetMode\s*=\s*["']External["']/i.test(tie) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tie));

/** The instructions of a text's fields, which may be cut in pieces. */
const fieldsOf = (text: string): string =>
  [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)|w:instr\s*=\s*["']([^"']*)/g)].map(([, piece = '', whole]) => (whole === undefined ? piece : ` ${whole} `)).join('');

function officeType(parts: ReadonlySet<string>): MediaType | null {
  if (!parts.has('[Content_Types].xml')) return null;
  if (parts.has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return parts.has('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null;
}
