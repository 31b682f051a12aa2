import { MARK } from './beast.ts';

/** What came back from the address of a document. */
export interface Served {
  readonly what: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Asked to be shown in its place. */
  readonly inline: boolean;
}

/** Written by hand beside the list of the product: what may leave the house, with the ending it must have. */
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf', 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/wav': 'wav', 'audio/aac': 'aac', 'audio/flac': 'flac', 'audio/webm': 'weba',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const seenOfPng = new Set(['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND']);

/** Everything wrong with a document as it is sent: it could run, tells more than it shows, or its name deceives. */
export function faultsOfServed({ what, status, headers, bytes, inline }: Served): string[] {
  const faults: string[] = [];
  const type = headers.get('content-type') ?? '';
  const must = (good: boolean, says: string) => { if (!good) faults.push(`${what}: ${says}`); };
  must(status === 200, `answered ${status}`);
  must(type in endings, `served as ${type}`);
  must(headers.get('x-content-type-options') === 'nosniff', 'its type may be guessed');
  must(/(^|; *)sandbox *($|;)/.test(headers.get('content-security-policy') ?? '') && /default-src 'none'/.test(headers.get('content-security-policy') ?? ''), 'it may run');
  must(headers.get('cache-control') === 'no-store', 'it is kept on the way');
  must(headers.get('cross-origin-resource-policy') === 'same-origin', 'another page may hold it');
  const disposition = headers.get('content-disposition') ?? '';
  must(disposition.startsWith(inline && /^(image|audio)\//.test(type) ? 'inline;' : 'attachment;'), `is opened where it should be saved: ${disposition.slice(0, 20)}`);
  faults.push(...faultsOfName(disposition, endings[type] ?? '').map((fault) => `${what}: ${fault}`));
  if (type === 'image/jpeg') faults.push(...besideJpeg(bytes).map((part) => `${what}: carries ${part}`));
  if (type === 'image/png') faults.push(...besidePng(bytes).map((part) => `${what}: carries ${part}`));
  if (type.startsWith('image/')) must(!bytes.includes(MARK) && !bytes.includes('Exif\0\0'), 'tells what it does not show');
  return faults;
}

function faultsOfName(disposition: string, ending: string): string[] {
  const [, plain = '', encoded = ''] = /^\w+; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(disposition) ?? [];
  const name = decodeURIComponent(encoded);
  return [
    ...(encoded ? [] : [`its name breaks the line: ${JSON.stringify(disposition)}`]),
    ...(plain.includes('"') || !plain.endsWith(`.${ending}`) || !name.endsWith(`.${ending}`) ? [`its name does not end in .${ending}: ${name}`] : []),
    ...(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/u.test(name) ? ['its name turns, hides or climbs'] : []),
    ...(/^(?:[.\s]|(?:con|nul|aux|prn|com\d|lpt\d)\.[a-z0-9]+$)/i.test(name) ? [`its name means something to a system: ${name}`] : []),
    ...(/\.(?:exe|html?|php\d?|svg|js|bat|cmd|scr|ini)\.[a-z0-9]+$/i.test(name) || name.length > 130 ? [`its name has two endings, or no end: ${name}`] : []),
  ];
}

/** Segments of a JPEG that are not the picture: anything between its first two bytes and the points but tables, frame and the plain head. */
function besideJpeg(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  for (; bytes[at] === 0xff && bytes[at + 1] !== 0xda && at + 4 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const mark = bytes[at + 1]!;
    if ((mark > 0xe0 && mark <= 0xef && mark !== 0xee) || mark === 0xfe) found.push(`a segment ${mark.toString(16)}`);
  }
  const end = bytes.indexOf(Buffer.from('ffd9', 'hex'), at);
  return end === bytes.length - 2 ? found : [...found, 'bytes behind its end'];
}

/** Parts of a PNG that are not the picture. */
function besidePng(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const part = bytes.toString('latin1', at + 4, at + 8);
    if (!seenOfPng.has(part)) found.push(`a part ${part}`);
    if (part === 'IEND' && at + 12 !== bytes.length) found.push('bytes behind its end');
  }
  return found;
}
