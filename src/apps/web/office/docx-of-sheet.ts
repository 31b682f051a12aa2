import { AlignmentType, BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { PrintedLine, PrintedRun, PrintedSheet } from '#core/print/printed-sheet.ts';

/**
 * The same sheet as a document of a word processor (ISO/IEC 29500): the words of the page in their order, paragraphs and tables from right to left in
 * Arabic, each run with its own direction and language. Everything is text: nothing in it is a field, a link or a macro.
 */
export async function docxOfSheet(sheet: PrintedSheet): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [
    new Paragraph({ ...towards(sheet), children: runsOf(sheet, sheet.head) }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, ...towards(sheet), children: [textRun(sheet, { words: sheet.title })] }),
  ];
  for (let at = 0; at < sheet.lines.length; at++) {
    const line = sheet.lines[at]!;
    if (line.kind !== 'row') { children.push(paragraphOf(sheet, line)); continue; }
    const last = sheet.lines.findIndex((other, place) => place > at && (other.kind !== 'row' || other.cells!.length !== line.cells!.length));
    const rows = sheet.lines.slice(at, last === -1 ? undefined : last);
    children.push(tableOf(sheet, rows), new Paragraph({ children: [] }));
    at += rows.length - 1;
  }
  const document = new Document({
    title: sheet.title, creator: 'Hadina', styles: { default: { document: { run: { font: 'Noto Sans', size: 21, language: { value: sheet.lang, bidirectional: sheet.lang } } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** From right to left where the sheet is; otherwise nothing is said of it. */
const towards = ({ dir }: PrintedSheet): { bidirectional?: true } => (dir === 'rtl' ? { bidirectional: true } : {});

function paragraphOf(sheet: PrintedSheet, { kind, runs }: PrintedLine): Paragraph {
  const base = { ...towards(sheet), children: runsOf(sheet, runs), spacing: { after: 120 } };
  if (kind === 'heading') return new Paragraph({ ...base, heading: HeadingLevel.HEADING_2 });
  return new Paragraph(kind === 'item' || kind === 'step' ? { ...base, bullet: { level: 0 } } : base);
}

const runsOf = (sheet: PrintedSheet, runs: readonly PrintedRun[]): TextRun[] => runs.flatMap((run) => (run.words === undefined ? [] : run.words === '\n' ? [new TextRun({ break: 1 })] : [textRun(sheet, run)]));

/** Letters go by the direction of the sheet unless the run has its own: a number or an identifier inside Arabic stays from left to right. */
function textRun(sheet: PrintedSheet, { words = '', dir, lang, strong, soft }: PrintedRun): TextRun {
  // Walls between directions are for browsers; here each run says its direction itself.
  const text = words.replace(/[\u2066-\u2069]/g, '');
  return new TextRun({
    text, rightToLeft: (dir ?? sheet.dir) === 'rtl' && /\p{Script=Arabic}/u.test(text), ...(lang ? { language: { value: lang, bidirectional: lang } } : {}), ...(strong ? { bold: true } : {}), ...(soft ? { color: '53636D' } : {}),
  });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '9AA5AB' } as const;

function tableOf(sheet: PrintedSheet, rows: readonly PrintedLine[]): Table {
  return new Table({
    ...(sheet.dir === 'rtl' ? { visuallyRightToLeft: true } : {}), width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: rows.map(({ cells }, at) => new TableRow({
      tableHeader: at === 0, cantSplit: true,
      children: cells!.map((cell) => new TableCell({ children: [new Paragraph({ ...towards(sheet), alignment: AlignmentType.START, children: runsOf(sheet, cell) })] })),
    })),
  });
}
