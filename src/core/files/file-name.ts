import { type MediaType, mediaTypes } from './media-type.ts';

// Control characters, those that turn the direction of writing (a name that ends in "gpj.exe"), invisible ones, and what separates folders.
const notInNames = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029<>:"/\\|?*]+/gu;
/** What Windows takes for a device, whatever its ending. */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const mostLetters = 100;

/** A name somebody's program gave a file, without its folder, its ending and everything that could deceive; null when nothing is left. */
export function titleOfFile(name: string): string | null {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last.replace(notInNames, ' ').replace(/\s+/g, ' ').trim();
  const title = plain.replace(/(?:\.[a-z0-9]{1,5})+$/i, '').replace(/^[.\s]+|[.\s]+$/g, '');
  return deviceNames.test(title) ? null : [...title].slice(0, mostLetters).join('').trim() || null;
}

/** How a file is handed out: its title with the ending of what it truly is. Give the plain word to use where it has none. */
export const sentName = (title: string | null, mediaType: MediaType, plain: string): string =>
  `${(title && titleOfFile(`${title}.x`)) || plain}.${mediaTypes[mediaType].ending}`;

/** The header that makes a browser save the file under its name instead of opening it (RFC 6266, RFC 8187), or show it in its place. */
export function contentDisposition(how: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
