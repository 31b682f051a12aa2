/** A picture without what a camera writes beside it (place, hour, device), with its type; null when it is no PNG or JPEG. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly content: Buffer;
}

/** Inside a picture every FF is followed by 00 or a restart: the first such pair ends it. */
const END_OF_JPEG = Buffer.from('ffd9', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Chunks a PNG needs to be seen; all others say something about it. */
const SEEN = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']);

/** Reads a file by its content, never by its name, and keeps only what is seen of it; what follows its end is cut off. */
export function readPicture(file: Buffer): Picture | null {
  const png = file.subarray(0, 8).equals(PNG) ? plainPng(file) : null;
  if (png) return { type: 'image/png', content: png };
  const jpeg = file[0] === 0xff && file[1] === 0xd8 ? plainJpeg(file) : null;
  return jpeg && { type: 'image/jpeg', content: jpeg };
}

function plainPng(file: Buffer): Buffer | null {
  const kept: Buffer[] = [PNG];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (end > file.length || (at === 8 && type !== 'IHDR')) return null;
    if (SEEN.has(type)) kept.push(file.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

/** Segments up to the picture itself: those a camera or a program adds (APP1 to APP15 but the colour mark, comments) are left out. */
function plainJpeg(file: Buffer): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, 2)];
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const mark = file[at + 1]!;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return null;
    if (mark === 0xda) {
      const close = file.indexOf(END_OF_JPEG, end);
      return close < 0 ? null : Buffer.concat([...kept, file.subarray(at, close + END_OF_JPEG.length)]);
    }
    const added = (mark > 0xe0 && mark <= 0xef && mark !== 0xee) || mark === 0xfe;
    if (!added) kept.push(file.subarray(at, end));
    at = end;
  }
  return null;
}
