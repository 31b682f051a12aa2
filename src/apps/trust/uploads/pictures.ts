import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { type Beast, kept, MARK, refused, script } from './beast.ts';

const exif = { IFD0: { ImageDescription: MARK, Copyright: MARK, Make: MARK }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 2/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '9/1 29/1 0/1', GPSAreaInformation: MARK } };
const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${MARK}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A picture with shapes and colours, so that every form has something to hold. */
function drawn(width = 320, height = 200): Sharp {
  const points = Buffer.alloc(width * height * 3);
  for (let i = 0; i < points.length; i++) points[i] = (i * 7 + (i >> 9) * 31) & 255;
  return sharp(points, { raw: { width, height, channels: 3 } });
}

const forms: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  jpg: (picture) => picture.jpeg(), png: (picture) => picture.png(), webp: (picture) => picture.webp(), avif: (picture) => picture.avif({ effort: 0 }),
};

/** One part of a PNG. */
function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** A PNG of one bit a point that says it is this big; its points are zeros that weigh nothing packed. */
function pngOf(width: number, height: number, { rows = height, interlaced = 0 } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, interlaced], 8);
  const points = deflateSync(Buffer.alloc(rows * (Math.ceil(width / 8) + 1)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))]);
}

/** One segment of a JPEG, put behind its first two bytes. */
const withSegment = (jpeg: Buffer, mark: number, body: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(body) + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, mark]), length, Buffer.from(body), jpeg.subarray(2)]);
};

/** A JPEG whose head says another size than it has. */
function resized(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from('ffc0', 'hex'));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

/** Ordinary pictures, pictures that tell where they were taken, that carry something else, that lie about their size, that are broken. */
export async function pictures(): Promise<Beast[]> {
  const plain = Object.fromEntries(await Promise.all(Object.entries(forms).map(async ([form, as]) => [form, await as(drawn()).toBuffer()] as const)));
  const [jpg, png] = [plain.jpg!, plain.png!];
  const beasts: Beast[] = Object.entries(plain).map(([form, bytes]) => kept(`a plain ${form}`, `photo.${form}`, bytes));
  for (const [form, as] of Object.entries(forms)) {
    beasts.push(kept(`${form} with the place it was taken`, `place.${form}`, await as(drawn()).withExif(exif).toBuffer()));
    beasts.push(kept(`${form} with XMP`, `xmp.${form}`, await as(drawn()).withXmp(xmp).toBuffer()));
    beasts.push(kept(`${form} with a colour profile`, `profile.${form}`, await as(drawn()).withIccProfile('p3').toBuffer()));
    beasts.push(refused(`${form} cut in the middle`, `cut.${form}`, plain[form]!.subarray(0, plain[form]!.length >> 1)));
    beasts.push(refused(`${form}, its head alone`, `head.${form}`, plain[form]!.subarray(0, 40)));
    beasts.push({ ...kept(`${form} with a page behind it`, `tail.${form}`, Buffer.concat([plain[form]!, Buffer.from(script)])), must: 'either' });
  }
  for (let orientation = 1; orientation <= 8; orientation++) beasts.push(kept(`turned as ${orientation}`, `turned${orientation}.jpg`, await drawn().jpeg().withMetadata({ orientation }).toBuffer()));
  const tall = await drawn(600, 40).webp().toBuffer();
  beasts.push(
    kept('a progressive JPEG', 'progressive.jpg', await drawn().jpeg({ progressive: true }).toBuffer()),
    kept('an interlaced PNG', 'interlaced.png', await drawn().png({ progressive: true }).toBuffer()),
    kept('a PNG of few colours', 'palette.png', await drawn().png({ palette: true }).toBuffer()),
    kept('a PNG of 16 bits', 'deep.png', await drawn().toColourspace('rgb16').png().toBuffer()),
    kept('a PNG one sees through', 'alpha.png', await drawn().ensureAlpha(0.5).png().toBuffer()),
    kept('a grey JPEG', 'grey.jpg', await drawn().greyscale().jpeg().toBuffer()),
    kept('a JPEG for print', 'cmyk.jpg', await drawn().toColourspace('cmyk').jpeg().toBuffer()),
    kept('a moving WebP', 'moving.webp', await sharp([tall, tall], { join: { animated: true } }).webp().toBuffer()),
    kept('a page of paper from a telephone', 'page.jpg', await drawn(3_000, 4_000).jpeg({ quality: 60 }).withExif(exif).toBuffer()),
    kept('a JPEG with a script in a remark', 'remark.jpg', withSegment(jpg, 0xfe, script)),
    kept('a JPEG with a script in its Exif', 'exif.jpg', withSegment(jpg, 0xe1, `Exif\0\0${MARK}`)),
    kept('a JPEG with a PHP file in it', 'php.jpg', withSegment(jpg, 0xed, `<?php system('${MARK}'); ?>`)),
    kept('a JPEG with a second one behind it, which has a place', 'second.jpg', Buffer.concat([jpg, await drawn(60, 60).jpeg().withExif(exif).toBuffer()])),
    kept('a PNG with words beside it', 'words.png', Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from(`Comment\0${MARK}`)), png.subarray(33)])),
    kept('a PNG with packed words beside it', 'zwords.png', Buffer.concat([png.subarray(0, 33), chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(MARK)])), png.subarray(33)])),
    kept('a PNG with a part nobody knows', 'unknown.png', Buffer.concat([png.subarray(0, 33), chunk('zoOo', Buffer.from(MARK)), png.subarray(33)])),
    refused('a pixel bomb: 20,000 × 20,000', 'bomb.png', pngOf(20_000, 20_000)),
    refused('a PNG that says 65,535 × 65,535', 'huge.png', pngOf(65_535, 65_535, { rows: 1 })),
    refused('a PNG that says two thousand million points in a line', 'line.png', pngOf(2_000_000_000, 1, { rows: 0 })),
    refused('an interlaced bomb: 4,000 × 4,000 at once', 'laced.png', pngOf(4_000, 4_000, { interlaced: 1 })),
    refused('a PNG whose points are missing', 'few.png', pngOf(4_000, 4_000, { rows: 10 })),
    refused('a JPEG that says 65,000 × 65,000', 'huge.jpg', resized(jpg, 65_000, 65_000)),
    refused('a PNG with a broken part', 'broken.png', Buffer.concat([png.subarray(0, 60), Buffer.from('ffff', 'hex'), png.subarray(62)])),
    refused('a PNG head before a page', 'page.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(script)])),
    refused('a JPEG head before a page', 'page2.jpg', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(script)])),
    refused('a GIF', 'x.gif', await drawn().gif().toBuffer()), refused('a TIFF', 'x.tiff', await drawn().tiff().toBuffer()),
    refused('a GIF that is a script too', 'gifjs.gif', `GIF89a/*${'\0'.repeat(20)}*/=1;alert('${MARK}')//`), refused('a BMP', 'x.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(80)])),
    refused('an icon', 'x.ico', Buffer.from('00000100010010100000010020006804000016000000', 'hex')), refused('a Photoshop file', 'x.psd', '8BPS\0\u0001'),
    refused('HEIC of a telephone', 'IMG_0001.HEIC', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')), refused('JPEG 2000', 'x.jp2', Buffer.from('0000000c6a5020200d0a870a', 'hex')),
    refused('JPEG XL', 'x.jxl', Buffer.from('ff0a7f000000', 'hex')), refused('an AVIF brand and nothing behind it', 'x.avif', Buffer.from('\0\0\0\u0018ftypavif\0\0\0\0mif1avif', 'latin1')),
    refused('a WebP brand and a page behind it', 'x.webp', `RIFF\u0010\0\0\0WEBPVP8 ${script}`),
  );
  return beasts;
}
