import { foldDigits } from '#core/text/fold.ts';
import { isoDay } from '#modules/directory/public.ts';
import type { Problem } from '../exchange.ts';
import { withoutApostrophe } from '../take-list/safe-cell.ts';

/** A cell whose value a formula would give: never computed here; `value` is what its own program last wrote beside it. */
export interface FormulaCell {
  readonly formula: true;
  readonly value?: string | undefined;
}

export type Cell = string | FormulaCell | null | undefined;

/** Reads the fields of one row through the chosen columns, noting what could not be read. */
export class RowValues {
  readonly problems: Problem[] = [];

  constructor(private readonly cells: Readonly<Record<string, unknown>>, private readonly mapping: Readonly<Record<string, string>>) {}

  /** The text of a field, or undefined where nothing stands. */
  text(field: string, most = 3_000): string | undefined {
    const column = this.mapping[field];
    const cell = column === undefined ? undefined : (this.cells[column] as Cell);
    const value = cell && typeof cell === 'object' ? this.#formula(field, cell) : cell;
    const written = typeof value === 'string' ? withoutApostrophe(value).normalize('NFC').replace(/[\u0000\u202a-\u202e\u2066-\u2069]/gu, '').trim() : '';
    if (written.length > most) this.say(field, 'too-long', written);
    return written ? written.slice(0, most) : undefined;
  }

  #formula(field: string, { value }: FormulaCell): string | undefined {
    this.say(field, value === undefined ? 'formula-cell' : 'formula-value', value ?? '');
    return value;
  }

  /** A whole number between two bounds, in any digits. */
  whole(field: string, lowest: number, highest: number): number | undefined {
    const written = this.text(field, 40);
    if (written === undefined) return undefined;
    const plain = foldDigits(written).replace(/[\s\u00a0\u202f]/gu, '').replace(/\.0+$/u, '');
    const number = /^-?\d+$/u.test(plain) ? Number(plain) : Number.NaN;
    if (number >= lowest && number <= highest) return number;
    return void this.say(field, 'number-not-readable', written);
  }

  /** A number with decimals between two bounds. */
  decimal(field: string, lowest: number, highest: number): number | undefined {
    const written = this.text(field, 40);
    if (written === undefined) return undefined;
    const plain = foldDigits(written).replace(/[,٫]/u, '.').replace(/\s/gu, '');
    const number = /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
    if (number >= lowest && number <= highest) return number;
    return void this.say(field, 'number-not-readable', written);
  }

  /** A day as people write it: 2024-03-01, 01/03/2024, in any digits. */
  day(field: string): string | undefined {
    const written = this.text(field, 60);
    if (written === undefined) return undefined;
    return isoDay(written) ?? void this.say(field, 'date-not-readable', written);
  }

  /** Several things in one cell, parted by commas, semicolons, slashes or lines. */
  list(field: string): readonly string[] {
    return (this.text(field) ?? '').split(/[,;،؛|\n]+/u).map((part) => part.trim()).filter(Boolean);
  }

  /** Notes a remark on a field. */
  say(field: string, code: string, value: string): void {
    this.problems.push({ field, code, values: { value: value.replace(/\s+/gu, ' ').slice(0, 60) } });
  }
}
