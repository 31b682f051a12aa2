import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { nameFor } from '#core/words/named.ts';
import { answerWords, type Question } from '#modules/desk/public.ts';
import { findServiceType } from '#modules/directory/public.ts';
import { placeName } from '#modules/people/public.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import type { NamesOfRows } from './kept-line.tsx';

type Key = Parameters<ReturnType<typeof rightsWords>>[0];
const known = (key: string): key is Key => Object.hasOwn(rightsWords.files.en, key);
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

interface Kept {
  readonly view: View;
  readonly table: string;
  readonly column: string;
  readonly value: unknown;
  readonly names: NamesOfRows;
  /** What she was asked, where the row is an answer. */
  readonly question?: Question | undefined;
}

/** What went to a partner, line by line. */
interface Disclosed {
  readonly field: string;
  readonly part?: string;
  readonly value: string;
}

/** A value in her words: a date, a name, an answer as it was offered to her, a code that has words; anything else as it stands. */
export const KeptValue = ({ value, ...kept }: Kept): ReactNode => {
  const { view, names, question } = kept;
  if (value instanceof Date) return <AtTime view={view} value={value} />;
  if (question && kept.column === 'question') return <Bdi lang={inLanguage(question.labels, view.locale.lang).lang}>{inLanguage(question.labels, view.locale.lang).text}</Bdi>;
  if (question && (kept.column === 'value' || kept.column === 'sealed')) return <Bdi>{answerWords(view, question, value as Parameters<typeof answerWords>[2])}</Bdi>;
  if (Array.isArray(value)) return value.map((each, at) => <span key={at}>{at > 0 ? (view.locale.lang === 'ar' ? '، ' : ', ') : null}<KeptValue {...kept} value={each} /></span>);
  if (isDisclosed(value)) {
    return <>{rightsWords(view)('told', { label: rightsWords(view)(`code.field.${value.part ?? value.field}` as Key) })} <KeptValue {...kept} column={value.field} value={value.field === 'languages' ? value.value.split(' ') : value.value} /></>;
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (dateOnly.test(text)) return <CalendarDate view={view} value={text} />;
  const said = wordsOf(kept, text);
  if (said) return <Bdi>{said}</Bdi>;
  const body = names.bodies[text];
  if (body) return <Bdi lang={inLanguage(body, view.locale.lang).lang}>{inLanguage(body, view.locale.lang).text}</Bdi>;
  return <Bdi>{names.staff[text] ?? text}</Bdi>;
};

const isDisclosed = (value: unknown): value is Disclosed =>
  typeof value === 'object' && value !== null && 'field' in value && 'value' in value && known(`code.field.${(value as Disclosed).part ?? (value as Disclosed).field}`);

/** The words of a code: those of its column where the same code means another thing elsewhere, else those of its table, else the common ones. */
function wordsOf({ view, table, column }: Omit<Kept, 'value'>, code: string): string | null | undefined {
  if (column === 'service_type' || column === 'need') {
    const type = findServiceType(code);
    return type && nameFor(type.names, view.locale);
  }
  if (column === 'territory') return placeName(code, view);
  if (column === 'name' || column === 'organization' || column === 'words') return null;
  const keys = column === 'languages' || column === 'lang' ? [`code.language.${code}`]
    : column === 'fields' ? [`code.field.${code}`]
    : column === 'media_type' ? [`code.file.${code.split('/')[0]}`]
    : [`code.${table.replace('.', '_')}.${code}`, `code.${code}`];
  const key = keys.find(known);
  return key && rightsWords(view)(key);
}
