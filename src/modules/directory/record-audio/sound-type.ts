import { fileTypeFromBuffer } from 'file-type';

/** What a recording may weigh: a minute of speech on a prepaid phone, not a film. */
export const mostBytes = 1_048_576;

const safeTypes: Readonly<Record<string, string>> = {
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

/** The kind of sound a file holds, judged by its content and never by its name; null when it is not one we serve again. */
export async function soundType(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content);
  const plain = found?.mime.split(';')[0]?.trim() ?? '';
  return safeTypes[plain] ?? null;
}
