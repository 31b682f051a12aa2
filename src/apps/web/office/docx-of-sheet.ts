import { AlignmentType, BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
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
  if (kind === 'heading') return new Paragraph({ ...base, heading: HeadingLevel.HEADING_2, keepNext: true });
  return new Paragraph(kind === 'item' || kind === 'step' ? { ...base, bullet: { level: 0 } } : base);
}

const runsOf = (sheet: PrintedSheet, runs: readonly PrintedRun[]): TextRun[] => runs.flatMap((run) => (run.words === undefined ? [] : run.words === '\n' ? [new TextRun({ break: 1 })] : [textRun(sheet, run)]));

/** Letters go by the direction of the sheet unless the run has its own: a number or an identifier inside Arabic stays from left to right. */
function textRun(sheet: PrintedSheet, { words = '', dir, lang, strong, soft }: PrintedRun): TextRun {
  // Walls between directions are for browsers; here each run says its direction itself.
  const bare = words.replace(/[\u2066-\u2069]/g, '');
  // What ends in a dot would be drawn with it on the other side of a line from right to left.
  const text = dir === 'ltr' && /[^\p{L}\p{N}]$/u.test(bare) && /\p{Script=Latin}/u.test(bare) ? `${bare}\u200e` : bare;
  return new TextRun({
    text, rightToLeft: (dir ?? sheet.dir) === 'rtl' && /\p{Script=Arabic}/u.test(text), ...(lang ? { language: { value: lang, bidirectional: lang } } : {}), ...(strong ? { bold: true } : {}), ...(soft ? { color: '53636D' } : {}),
  });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '9AA5AB' } as const;

/** What lies between the margins of A4, in twentieths of a point; what a letter and the edges of a cell take of it. */
const PAPER = 9_026;
const LETTER = 128;
const EDGES = 240;
/** A column that holds sentences asks for no more letters than these: they go on in the next line. */
const MOST_LETTERS = 26;

/** How wide each column is: its longest word whole, then room for its sentence, and of what is then left each as much. */
function widthsOf(rows: readonly PrintedLine[]): number[] {
  const columns = rows[0]!.cells!.map((_, at) => rows.map(({ cells }) => cells![at]!.map(({ words = '' }) => words.replace(/[\u2066-\u2069]/g, '')).join('')));
  const least = columns.map((texts) => Math.max(...texts.flatMap((text) => text.split(/[^\S\u00a0\u202f]+/)).map(({ length }) => length)) * LETTER + EDGES);
  const more = columns.map((texts, at) => Math.max(0, Math.min(MOST_LETTERS, Math.max(...texts.map(({ length }) => length))) * LETTER + EDGES - least[at]!));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const left = Math.max(0, PAPER - sum(least));
  const part = sum(more) ? Math.min(1, left / sum(more)) : 0;
  const asked = least.map((one, at) => one + part * more[at]! + (left - part * sum(more)) / least.length);
  return asked.map((one) => Math.floor((one * PAPER) / sum(asked)));
}

function tableOf(sheet: PrintedSheet, rows: readonly PrintedLine[]): Table {
  const widths = widthsOf(rows);
  return new Table({
    columnWidths: widths, layout: TableLayoutType.FIXED,
    ...(sheet.dir === 'rtl' ? { visuallyRightToLeft: true } : {}), width: { size: PAPER, type: WidthType.DXA }, borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: rows.map(({ cells }, at) => new TableRow({
      tableHeader: at === 0, cantSplit: true,
      children: cells!.map((cell, column) => new TableCell({ width: { size: widths[column]!, type: WidthType.DXA }, children: [new Paragraph({ ...towards(sheet), alignment: AlignmentType.START, children: runsOf(sheet, cell) })] })),
    })),
  });
}
