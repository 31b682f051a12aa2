import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import type { KeptRow, KeptTable } from '#core/kept-of-person.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';

type Key = Parameters<ReturnType<typeof rightsWords>>[0];
const known = (key: string): key is Key => Object.hasOwn(rightsWords.files.en, key);
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** Names that stand for numbers in rows: who worked with her, which bodies. */
export interface NamesOfRows {
  readonly staff: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, Multilingual>>;
}

/** One row as a person reads it: what is written and what it means, without what is empty. */
export const KeptLine = ({ view, table, row, names }: { view: View; table: KeptTable; row: KeptRow; names: NamesOfRows }): ReactNode => {
  const words = rightsWords(view);
  const told = table.shows.filter((column) => !isEmpty(row[column]) && known(`column.${column}`));
  return (
    <li>
      {told.map((column, at) => (
        <span key={column}>{at > 0 ? ' · ' : null}{words(`column.${column}` as Key)}: <Shown view={view} table={table.table.replace('.', '_')} value={row[column]} names={names} /></span>
      ))}
    </li>
  );
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value in her words: a date, a name, a code that has words; anything else as it stands. */
const Shown = ({ view, table, value, names }: { view: View; table: string; value: unknown; names: NamesOfRows }): ReactNode => {
  if (value instanceof Date) return <AtTime view={view} value={value} />;
  if (Array.isArray(value)) return value.map((each, at) => <span key={at}>{at > 0 ? ', ' : null}<Shown view={view} table={table} value={each} names={names} /></span>);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (dateOnly.test(text)) return <CalendarDate view={view} value={text} />;
  const code = [`code.${table}.${text}`, `code.${text}`].find(known);
  if (code) return rightsWords(view)(code);
  const body = names.bodies[text];
  if (body) return <Bdi lang={inLanguage(body, view.locale.lang).lang}>{inLanguage(body, view.locale.lang).text}</Bdi>;
  return <Bdi>{names.staff[text] ?? text}</Bdi>;
};
