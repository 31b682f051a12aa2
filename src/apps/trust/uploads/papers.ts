import { deflateSync } from 'node:zlib';
import { type Beast, kept, MARK, refused, script } from './beast.ts';

/** A PDF of these objects; readers that are strict about the table of places are not asked for here. */
const pdf = (...objects: (string | Buffer)[]): Buffer => Buffer.concat([
  Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n'),
  ...objects.flatMap((object) => [Buffer.from(object as string), Buffer.from('\n')]),
  Buffer.from('trailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n'),
]);

const stream = (dictionary: string, body: Buffer, line = '\n'): Buffer => Buffer.concat([Buffer.from(`4 0 obj<<${dictionary}/Length ${body.length}>>stream${line}`), body, Buffer.from('\nendstream endobj')]);
/** Objects packed in a stream, with what its dictionary says of the packing. */
const packed = (object: string, how = '/Filter/FlateDecode', pack: (text: string) => Buffer = deflateSync, line = '\n'): Buffer =>
  pdf(stream(`/Type/ObjStm/N 1/First 4${how}`, pack(`5 0 ${object}`), line));

const action = (name: string): string => `5 0 obj<</Type/Action/S/${name}/F(${MARK})>>endobj`;
const js = `<</S/JavaScript/JS(app.alert("${MARK}"))>>`;

/** PDFs as people have them, and those that do something, hide something, are locked, or are another file as well. */
export function papers(): Beast[] {
  const plain = pdf();
  return [
    kept('a plain PDF', 'papier.pdf', plain),
    kept('a PDF with a packed page', 'page.pdf', pdf(stream('/Filter/FlateDecode', deflateSync('0.5 0 0 rg 10 10 100 100 re f')))),
    kept('a PDF with packed objects', 'objects.pdf', packed('<</Title(Attestation)>>')),
    kept('a PDF with a link one presses', 'link.pdf', pdf('5 0 obj<</S/URI/URI(https://example.org)>>endobj')),
    kept('a PDF that opens at its second page', 'second.pdf', pdf('5 0 obj<</OpenAction[3 0 R/Fit]>>endobj')),
    kept('a PDF under the name of a picture', 'papier.jpg', plain),
    kept('a PDF that ends in blank lines', 'blank.pdf', Buffer.concat([plain, Buffer.from('\r\n\r\n  \n')])),
    ...['Launch', 'ImportData', 'SubmitForm', 'GoToE', 'GoToR', 'Rendition', 'Movie', 'JavaScript'].map((name) => refused(`a PDF with the action ${name}`, `${name}.pdf`, pdf(action(name)))),
    ...['EmbeddedFiles', 'FileAttachment', 'RichMedia', 'XFA', 'Collection'].map((name) => refused(`a PDF with ${name}`, `${name}.pdf`, pdf(`5 0 obj<</${name} 6 0 R>>endobj`))),
    refused('a PDF with a file inside', 'inside.pdf', pdf(stream('/Type/EmbeddedFile', Buffer.from(MARK)))),
    refused('a PDF with a script that runs when opened', 'js.pdf', pdf(`5 0 obj<</OpenAction ${js}>>endobj`)),
    refused('a PDF whose script’s name is written in numbers', 'hexed.pdf', pdf(`5 0 obj<</OpenAction<</S/#4aava#53cript/JS(x)>>>>endobj`)),
    refused('a PDF whose script is packed', 'packed.pdf', packed(js)),
    refused('the same behind a remark', 'remark.pdf', packed(js, undefined, (text) => deflateSync(`% hello\n ${text}`))),
    refused('the same with its name in numbers', 'packedhex.pdf', packed('<</S/J#61vaScript/JS(x)>>')),
    refused('the same with an old end of line', 'cr.pdf', packed(js, undefined, undefined, '\r')),
    refused('the same with a blank before the line ends', 'blankline.pdf', packed(js, undefined, undefined, ' \n')),
    refused('the same in a second dress', 'twice.pdf', packed(js, '/Filter[/ASCIIHexDecode/FlateDecode]', (text) => Buffer.from(`${deflateSync(text).toString('hex')}>`))),
    refused('the same packed in another way', 'lzw.pdf', packed(js, '/Filter/LZWDecode', (text) => Buffer.from(text))),
    refused('the same with its packing told elsewhere', 'elsewhere.pdf', packed(js, '/Filter 7 0 R', (text) => Buffer.from(deflateSync(text).toString('hex')))),
    refused('the same with a predictor', 'predictor.pdf', packed(js, '/Filter/FlateDecode/DecodeParms<</Predictor 12>>')),
    refused('packed objects without end', 'swollen.pdf', packed('1 '.repeat(12 * 1_048_576))),
    refused('a locked PDF', 'locked.pdf', Buffer.from(plain.toString().replace('/Size 9', '/Size 9/Encrypt 8 0 R'))),
    refused('a PDF that is a page too', 'page.pdf', pdf(`%${script}`)),
    refused('a page with a PDF in it', 'html.pdf', Buffer.concat([Buffer.from(`<!doctype html>${script}`), plain])),
    refused('a PDF after other bytes', 'late.pdf', Buffer.concat([Buffer.alloc(300, 32), plain])),
    refused('a PDF with a zip at its end', 'zip.pdf', Buffer.concat([plain, Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])),
    refused('a PDF cut in the middle', 'cut.pdf', plain.subarray(0, plain.length >> 1)),
    refused('a PDF with a program behind it', 'tail.pdf', Buffer.concat([plain, Buffer.from(`MZ${MARK}`)])),
    refused('a PDF’s first line alone', 'line.pdf', '%PDF-1.7\n'),
    refused('a PDF of six megabytes', 'giant.pdf', pdf(stream('', Buffer.alloc(6 * 1_048_576, 65)))),
  ];
}
