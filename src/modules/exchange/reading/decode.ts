import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';

/** Encodings that files of the region come in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The encoding of a file by its first bytes: its mark, zeros between letters, whether it is UTF-8 at all; else Arabic (1256) when
 * high bytes stand beside one another as letters of a word do, else Western (1252).
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4_096);
  const zeros = [0, 1].map((from) => sample.filter((byte, at) => at % 2 === from && byte === 0).length);
  if (zeros[1]! > sample.length / 8 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > sample.length / 8 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  // A letter cut off at the end of these bytes is none that is wrong.
  if ([0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)))) return 'utf-8';
  let high = 0;
  let beside = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at]! < 0xc0) continue;
    high++;
    if ((head[at - 1] ?? 0) >= 0xc0 || (head[at + 1] ?? 0) >= 0xc0) beside++;
  }
  return beside > high * 0.6 ? 'windows-1256' : 'windows-1252';
}

/** The text of a file, piece by piece, without its mark. */
export async function* decoded(bytes: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}
