import sharp from 'sharp';
import { turnedAway, type Verdict } from './media-type.ts';

/** A picture of a telephone has 12 million points; one that is unpacked whole before its first line is drawn may have no more. */
const mostPoints = 24_000_000;
const mostPointsAtOnce = 12_000_000;
/** Long side of what is kept: a page of paper is read at 170 points an inch, and a telephone's picture is unpacked at half its size. */
const longSide = 2_000;
const mostSeconds = 5;

// Only the readers of the four kinds we take; nothing is kept in memory between pictures, one thread for each.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads a picture and writes it anew: upright, at most 2,000 points long, in plain colours, without anything a camera or a program
 * wrote beside it (place, hour, device, colour profile, second picture, appended file). Of a moving picture the first one stays.
 * `mostBytes` bounds what comes out; a picture that stays too heavy is drawn smaller.
 */
export async function readPicture(file: Buffer, mostBytes: number): Promise<Verdict> {
  const open = () => sharp(file, { failOn: 'error', limitInputPixels: mostPoints, sequentialRead: true });
  try {
    const { format, hasAlpha = false, isProgressive = false, width, height } = await open().metadata();
    if (width * height > (isProgressive ? mostPointsAtOnce : mostPoints)) return turnedAway('file-too-many-points');
    const drawn = (side: number) => open().timeout({ seconds: mostSeconds }).autoOrient().toColourspace('srgb')
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    // Drawings and scans of few colours stay sharp as PNG; everything else, and what is too heavy so, becomes JPEG.
    if (format === 'png' || hasAlpha) {
      const content = await drawn(longSide).png({ compressionLevel: 7 }).toBuffer();
      if (content.length <= mostBytes) return { ok: true, mediaType: 'image/png', content };
    }
    for (const side of [longSide, 1_400, 1_000]) {
      const content = await drawn(side).flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer();
      if (content.length <= mostBytes) return { ok: true, mediaType: 'image/jpeg', content };
    }
    return turnedAway('file-too-big');
  } catch (error) {
    return turnedAway(/pixel limit/i.test(String((error as Error).message)) ? 'file-too-many-points' : 'file-damaged');
  }
}
