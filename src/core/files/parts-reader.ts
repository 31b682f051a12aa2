import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import exceljs from 'exceljs';
import type { WorkbookPart } from './sheet-rows.ts';

/** What the row reader reads a part of a workbook with; its types do not tell of them. */
interface OwnReaders {
  parse(): AsyncIterable<unknown>;
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>;
  _parseWorksheet(pieces: AsyncIterable<Buffer | string>, sheet: string): Iterable<unknown>;
}
type Reader = InstanceType<typeof exceljs.stream.xlsx.WorkbookReader> & OwnReaders;
const PlainReader = exceljs.stream.xlsx.WorkbookReader as unknown as new (bytes: Readable, options: object) => Reader;

const sheetName = /^xl\/worksheets\/sheet(\d+)\.xml$/u;

/**
 * Reads a workbook part by part, in the order in which one needs the other. Left to itself the row reader goes through the zip from its beginning and lays sheets that come before their texts into files beside; on a busy
 * machine that way once ended before the last part, and the workbook could not be read. It also turns each piece into text by itself and spoils a letter of two bytes that lies in two pieces: it is given whole letters.
 */
export class PartsReader extends PlainReader {
  readonly #parts: readonly WorkbookPart[];

  constructor(parts: readonly WorkbookPart[]) {
    super(Readable.from([]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
    this.#parts = parts;
  }

  override async *parse(): AsyncGenerator<unknown> {
    await this.#inLetters('xl/_rels/workbook.xml.rels', (part) => this._parseRels(part));
    await this.#inLetters('xl/workbook.xml', (part) => this._parseWorkbook(part));
    await this.#inLetters('xl/styles.xml', (part) => this._parseStyles(part));
    await this.#inLetters('xl/sharedStrings.xml', async (part) => { for await (const _ of this._parseSharedStrings(part)); });
    const sheet = this.#parts.find(({ name }) => sheetName.test(name));
    if (!sheet) return;
    const bytes = (await sheet.read()) as Readable;
    try {
      yield* this._parseWorksheet(inWholeLetters(bytes), sheetName.exec(sheet.name)![1]!);
    } finally {
      bytes.destroy();
    }
  }

  async #inLetters(name: string, read: (part: Readable) => Promise<void>): Promise<void> {
    const part = this.#parts.find((one) => one.name === name);
    if (part) await read(Readable.from(inWholeLetters((await part.read()) as Readable)));
  }
}

async function* inWholeLetters(pieces: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const letters = new StringDecoder('utf8');
  for await (const piece of pieces) yield typeof piece === 'string' ? piece : letters.write(piece);
  yield letters.end();
}
