import { faultOfPdf } from './fault-of-pdf.ts';
import { looksLike } from './looks-like.ts';
import { turnedAway, type Verdict } from './media-type.ts';
import { readOffice } from './read-office.ts';
import { readPicture } from './read-picture.ts';
import { soundType } from './sound-type.ts';
import { WeightLimit } from './weight-limit.ts';

/** A picture as it comes from a telephone, before it is drawn smaller. */
export const mostPictureBytes = 8 * 1024 * 1024;
/** Any other file, and a picture once it was written anew. */
export const mostFileBytes = 5 * 1024 * 1024;

/** One at a time for the whole house, a few waiting: many files at once neither fill its memory nor stop its pages. */
const turns = new WeightLimit(1, 12);

/**
 * Judges a file that somebody brought by its content alone: pictures (JPEG, PNG, WebP, AVIF) are written anew; PDF, DOCX, XLSX and
 * sounds are looked into and kept as they are; everything else is turned away. `most` bounds what is kept, in bytes.
 */
export async function checkFile(file: Buffer, most: number = mostFileBytes): Promise<Verdict> {
  if (file.length === 0) return turnedAway('file-empty');
  const guess = looksLike(file);
  if (file.length > (guess === 'picture' ? mostPictureBytes : most)) return turnedAway('file-too-big');
  return (await turns.carry(1, () => judge(file, guess, most))) ?? turnedAway('file-busy');
}

async function judge(file: Buffer, guess: ReturnType<typeof looksLike>, most: number): Promise<Verdict> {
  switch (guess) {
    case 'picture': return readPicture(file, most);
    case 'heic': return turnedAway('file-heic');
    case 'zip': return readOffice(file);
    case 'pdf': {
      const fault = await faultOfPdf(file);
      return fault ? turnedAway(fault) : { ok: true, mediaType: 'application/pdf', content: file };
    }
    case 'other': {
      const mediaType = await soundType(file);
      return mediaType ? { ok: true, mediaType, content: file } : turnedAway('file-kind');
    }
  }
}
