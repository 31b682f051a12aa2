/** One part of a workbook's zip. */
export interface WorkbookPart {
  readonly name: string;
  read(): Promise<NodeJS.ReadableStream>;
}

/** A row as the row reader gives it: its number on the sheet, from 1, and its values, of which the first stands at 1. */
export interface SheetRow {
  readonly number: number;
  readonly values: readonly unknown[];
}

/** The rows of a workbook's first sheet, one after the other, out of the parts of its zip in whatever order they lie. Throws with what the reader says when a part is damaged. */
export async function* rowsOfFirstSheet(parts: readonly WorkbookPart[]): AsyncGenerator<SheetRow> {
  // Loaded with the first workbook: the library takes as long as a tenth of a command's start.
  const { PartsReader } = await import('./parts-reader.ts');
  for await (const sheet of new PartsReader(parts)) {
    for await (const row of sheet) yield { number: row.number, values: row.values as unknown[] };
    return;
  }
}
