import { inflateRawSync } from 'node:zlib';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';

/** Everything readable in an answer, whatever it is packed in: a page, JSON, CSV, a workbook or a document in a zip, a PDF. */
export async function textOfAnswer(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const heads = [...answer.headers].map(([name, value]) => (name === 'set-cookie' ? '' : value)).join('\n');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return `${heads}\n${textOfZip(bytes)}`;
  if (bytes.subarray(0, 5).toString() === '%PDF-') return `${heads}\n${linesOfPdf(bytes).join('\n')}\n${bytes.toString('latin1')}`;
  return `${heads}\n${unescaped(bytes.toString('utf8'))}`;
}

/** A name with an apostrophe is written otherwise in a page. */
const unescaped = (html: string): string => html.replaceAll('&#x27;', '\'').replaceAll('&#39;', '\'').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The entries of a zip by its table of contents (APPNOTE 4.3.12). */
function textOfZip(zip: Buffer): string {
  const found: string[] = [];
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = end < 0 ? zip.length : zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(from, from + size);
    found.push(unescaped((method === 8 ? inflateRawSync(packed) : packed).toString('utf8')));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found.join('\n');
}
