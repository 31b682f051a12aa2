import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { AnswerFault, AnswerLine, PaymentCarrier, PaymentLine } from './carrier.ts';

const columns = ['reference', 'holder', 'account', 'way', 'amount', 'currency'] as const;
/** What banks of the two countries write for paid and for come back, besides our own words. */
const spoken: Readonly<Record<string, AnswerLine['state']>> = {
  paid: 'paid', ok: 'paid', 'payé': 'paid', paye: 'paid', 'exécuté': 'paid', execute: 'paid', 'مدفوع': 'paid', 'تم': 'paid',
  rejected: 'rejected', ko: 'rejected', 'rejeté': 'rejected', rejete: 'rejected', 'مرفوض': 'rejected',
};

/** The way that every house has: a CSV file out (RFC 4180, UTF-8 with its mark), the bank's CSV file back with reference, state, date and reason. */
export const fileCarrier: PaymentCarrier = {
  code: 'file',
  write: (lines, name) => ({ bytes: Buffer.from(stringify(lines.map(cellsOf), { header: true, columns: [...columns], bom: true, record_delimiter: 'windows' }), 'utf8'), fileName: `${name}.csv`, mediaType: 'text/csv' }),
  read: (bytes) => {
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    const rows = parse(text, { delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: true, trim: true, relax_quotes: true }) as string[][];
    const read = rows.slice(isHeading(rows[0]) ? 1 : 0).map((row, at) => answerOf(row, at + 1));
    return read.find((line): line is AnswerFault => 'fault' in line) ?? (read as AnswerLine[]);
  },
};

// A sheet reads a cell that begins with one of these as a formula.
const quiet = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cellsOf = ({ reference, holder, number, way, amount, currency }: PaymentLine): string[] => [reference, quiet(holder), number, way, amount, currency];
const isHeading = (row: readonly string[] | undefined): boolean => row !== undefined && !/\d/.test(row[0] ?? '');

function answerOf(row: readonly string[], line: number): AnswerLine | AnswerFault {
  const [reference = '', said = '', day = '', reason = ''] = row;
  if (row.length < 3) return { line, fault: 'columns' };
  if (!/^[A-Z0-9-]{6,35}$/.test(reference)) return { line, fault: 'reference' };
  const state = spoken[said.normalize('NFC').toLowerCase()];
  if (!state) return { line, fault: 'state' };
  const on = isoOf(day);
  return on ? { reference, state, day: on, reason: reason.slice(0, 200) || null } : { line, fault: 'day' };
}

/** "2026-11-21" or "21/11/2026", in any digits. */
function isoOf(typed: string): string | undefined {
  const plain = typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const turned = plain.replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const at = new Date(`${turned}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(turned) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(turned) ? turned : undefined;
}
