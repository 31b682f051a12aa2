import type { ReactNode } from 'react';
import type { Multilingual } from '#core/input.ts';
import type { KeptRow, KeptTable } from '#core/kept-of-person.ts';
import type { Question } from '#modules/desk/public.ts';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { KeptValue } from './kept-value.tsx';

type Key = Parameters<ReturnType<typeof rightsWords>>[0];

/** Names that stand for numbers in rows: who worked with her, which bodies, and what she was asked in which assessment. */
export interface NamesOfRows {
  readonly staff: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, Multilingual>>;
  readonly questions: Readonly<Record<string, readonly Question[]>>;
}

/** Values that were sealed as they are kept inside: what went to a partner, answers, what she needs in order to come, the row of a list. */
const sealedInside = new Set(['desk.disclosure', 'desk.needs_sealed_answer', 'accompaniment.special_need', 'exchange.import_row']);

/** One row as a person reads it: what is written and what it means, without what is empty. */
export const KeptLine = ({ view, table, row, names }: { view: View; table: KeptTable; row: KeptRow; names: NamesOfRows }): ReactNode => {
  const words = rightsWords(view);
  const told = table.shows.filter((column) => !isEmpty(row[column]) && Object.hasOwn(rightsWords.files.en, `column.${column}`));
  const question = names.questions[String(row.assessment_id)]?.find(({ code }) => code === row.question);
  return (
    <li>
      {told.map((column, at) => {
        const value = column === 'sealed' && sealedInside.has(table.table) ? (JSON.parse(String(row[column])) as unknown) : row[column];
        return (
          <span key={column}>{at > 0 ? ' · ' : null}{words('told', { label: words(`column.${column}` as Key) })} <KeptValue view={view} table={table.table} column={column} value={value} names={names} question={question} /></span>
        );
      })}
    </li>
  );
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
