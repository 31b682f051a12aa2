import { fileTypeFromBuffer } from 'file-type';
import { isMixed } from './looks-like.ts';
import type { MediaType } from './media-type.ts';

const safeTypes: Readonly<Record<string, MediaType>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/aac': 'audio/aac',
  'audio/flac': 'audio/flac',
  'audio/x-flac': 'audio/flac',
  // A telephone's recorder writes sound alone into the same container as films.
  'video/webm': 'audio/webm',
  'audio/webm': 'audio/webm',
};

/** The kind of sound a file holds, judged by its content and never by its name; null when it is not one we serve again, or also another file. */
export async function soundType(content: Buffer): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(content);
  const plain = found?.mime.split(';')[0]?.trim() ?? '';
  // Text in two bytes a letter begins as a layer of MPEG that no telephone writes.
  const wideText = plain === 'audio/mpeg' && content[0] === 0xff && (content[1]! & 0x06) !== 0x02;
  return wideText || isMixed(content) ? null : (safeTypes[plain] ?? null);
}
