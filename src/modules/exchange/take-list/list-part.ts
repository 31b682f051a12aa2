/** What a column holds, so that a workbook writes it as such: days are ISO (`2026-03-01`). */
export type CellKind = 'text' | 'number' | 'date';

/** A piece of a list: its headings and some of its rows. What is said of columns is read from the first piece. */
export interface ListPart {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The HXL tag of each column (`#adm1+code`), empty where it has none: a row of its own under the headings. */
  readonly hxlTags?: readonly string[];
  /** What each column holds; without it a number is a number and everything else text. */
  readonly kinds?: readonly CellKind[];
  /** The name of the sheet in a workbook, at most 31 letters. */
  readonly sheet?: string;
  /** The sheet is read from the right. */
  readonly rightToLeft?: boolean;
}

/** The row of tags under the headings, as the standard wants it: each begins with a number sign. */
export function rowOfTags({ columns, hxlTags }: ListPart): readonly (readonly string[])[] {
  if (!hxlTags?.some(Boolean)) return [];
  if (hxlTags.length !== columns.length || hxlTags.some((tag) => tag && !/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/u.test(tag))) throw new Error('HXL tags do not fit their columns');
  return [hxlTags];
}
