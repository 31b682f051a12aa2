import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { AnswerFault, AnswerLine, PaymentCarrier, PaymentLine } from './carrier.ts';
import { type AnswerRow, sheetRows } from './sheet-rows.ts';

const columns = ['reference', 'holder', 'account', 'way', 'amount', 'currency'] as const;
/** What banks of the two countries write for paid and for come back, besides our own words. */
const spoken: Readonly<Record<string, AnswerLine['state']>> = {
  paid: 'paid', ok: 'paid', 'payé': 'paid', paye: 'paid', 'exécuté': 'paid', execute: 'paid', 'مدفوع': 'paid', 'تم': 'paid',
  rejected: 'rejected', ko: 'rejected', 'rejeté': 'rejected', rejete: 'rejected', 'مرفوض': 'rejected',
};

/** The way that every house has: a CSV file out (RFC 4180, UTF-8 with its mark), the bank's CSV or XLSX file back with reference, state, date and reason. */
export const fileCarrier: PaymentCarrier = {
  code: 'file',
  write: (lines, name) => ({ bytes: Buffer.from(stringify(lines.map(cellsOf), { header: true, columns: [...columns], bom: true, record_delimiter: 'windows' }), 'utf8'), fileName: `${name}.csv`, mediaType: 'text/csv' }),
  read: async (bytes) => {
    const rows = looksLikeZip(bytes) ? await sheetRows(bytes) : textRows(bytes);
    if (!rows) return { line: 1, fault: 'kind' };
    const first = rows.findIndex((row) => !isHead(row));
    const read = rows.slice(first < 0 ? rows.length : first).map((row) => answerOf(row));
    return read.find((line): line is AnswerFault => 'fault' in line) ?? (read as AnswerLine[]);
  },
};

const looksLikeZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';
const western = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

function textRows(bytes: Buffer): AnswerRow[] | undefined {
  if (bytes.includes(0)) return undefined;
  const rows = parse(bytes.toString('utf8').replace(/^\ufeff/, ''), { delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: true, trim: true, relax_quotes: true }) as string[][];
  // Of text only its first line is a heading; what stands above the payments in a sheet may be more.
  return rows.map((cells, at) => ({ line: at + 1, cells, merged: false, mayBeHead: at === 0 }));
}

// A sheet reads a cell that begins with one of these as a formula.
const quiet = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cellsOf = ({ reference, holder, number, way, amount, currency }: PaymentLine): string[] => [reference, quiet(holder), number, way, amount, currency];
/** A heading, or the head of a letter: no reference stands first in it. */
const isHead = ({ cells: [first = ''], merged, mayBeHead }: AnswerRow): boolean => mayBeHead && (!/\d/.test(western(first)) || (merged && !/^HF[0-9A-F]{8}-\d{4}$/.test(referenceOf(first))));
const referenceOf = (typed: string): string => western(typed).trim().toUpperCase();

function answerOf({ line, cells, merged }: AnswerRow): AnswerLine | AnswerFault {
  const [typed = '', said = '', day = '', reason = ''] = cells;
  const reference = referenceOf(typed);
  if (merged) return { line, fault: 'merged' };
  if (cells.length < 3) return { line, fault: 'columns' };
  if (!/^[A-Z0-9-]{6,35}$/.test(reference)) return { line, fault: 'reference' };
  const state = spoken[said.normalize('NFC').toLowerCase()];
  if (!state) return { line, fault: 'state' };
  const on = isoOf(day);
  return on ? { line, reference, state, day: on, reason: reason.slice(0, 200) || null } : { line, fault: 'day' };
}

/** "2026-11-21" or "21/11/2026", in any digits. */
function isoOf(typed: string): string | undefined {
  const turned = western(typed).replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const at = new Date(`${turned}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(turned) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(turned) ? turned : undefined;
}
