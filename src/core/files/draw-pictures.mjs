// Reads pictures in a process of its own: without keys, without a database, and with memory that goes away with it.
import sharp from 'sharp';

// Only the readers of the four kinds we take; nothing is kept between pictures, one thread for each.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

const turnedAway = (fault) => ({ ok: false, fault });

/** Writes one picture anew: upright, no longer than its longest side may be, in plain colours, without anything written beside it. */
async function draw({ file, mostBytes, mostPoints, mostPointsAtOnce, longSides }) {
  const open = () => sharp(file, { failOn: 'error', limitInputPixels: mostPoints, sequentialRead: true });
  const drawn = (side) => open().autoOrient().toColourspace('srgb').resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const { format, hasAlpha = false, isProgressive = false, width, height } = await open().metadata();
  if (width * height > (isProgressive ? mostPointsAtOnce : mostPoints)) return turnedAway('file-too-many-points');
  // Drawings and scans of few colours stay sharp as PNG; everything else, and what is too heavy so, becomes JPEG.
  if (format === 'png' || hasAlpha) {
    const content = await drawn(longSides[0]).png({ compressionLevel: 7 }).toBuffer();
    if (content.length <= mostBytes) return { ok: true, mediaType: 'image/png', content };
  }
  for (const side of longSides) {
    const content = await drawn(side).flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer();
    if (content.length <= mostBytes) return { ok: true, mediaType: 'image/jpeg', content };
  }
  return turnedAway('file-too-big');
}

process.on('message', async (asked) => {
  const file = Buffer.from(asked.file.buffer, asked.file.byteOffset, asked.file.byteLength);
  const verdict = await draw({ ...asked, file }).catch((error) => turnedAway(/pixel limit/i.test(String(error?.message)) ? 'file-too-many-points' : 'file-damaged'));
  process.send(verdict);
});
process.on('disconnect', () => process.exit(0));
