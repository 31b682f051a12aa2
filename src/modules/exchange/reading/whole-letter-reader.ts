import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import exceljs from 'exceljs';

/** What the row reader reads a part of a workbook with; its types do not tell of them. */
interface PartReader {
  _parseWorksheet(pieces: AsyncIterable<Buffer | string>, sheet: string): unknown;
  _parseSharedStrings(part: Readable): unknown;
}
type Reader = InstanceType<typeof exceljs.stream.xlsx.WorkbookReader> & PartReader;
const PlainReader = exceljs.stream.xlsx.WorkbookReader as unknown as new (bytes: Readable, options: object) => Reader;

/** The row reader turns each piece of a file into text by itself, and spoils a letter of two bytes that lies in two pieces: it is given whole letters. */
export class WholeLetterReader extends PlainReader {
  override _parseWorksheet(pieces: AsyncIterable<Buffer | string>, sheet: string): unknown {
    return super._parseWorksheet(inWholeLetters(pieces), sheet);
  }

  override _parseSharedStrings(part: Readable): unknown {
    return super._parseSharedStrings(Readable.from(inWholeLetters(part)));
  }
}

async function* inWholeLetters(pieces: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const letters = new StringDecoder('utf8');
  for await (const piece of pieces) yield typeof piece === 'string' ? piece : letters.write(piece);
  yield letters.end();
}
