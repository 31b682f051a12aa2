import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { nameFor, type Named } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { Choice } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import type { View } from '#ui/view.ts';
import { indicatorNames } from './target/indicators.ts';
import { programmeWords } from './words.ts';

/** A name from the data in the reader's language, or the best other one, marked with the language it is in. */
export const Names = ({ view, of }: { view: Reader; of: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(of, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as bare text, for titles of the browser's tab and lists of choices. */
export const nameIn = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** A list of choices from rows with names. */
export const rowChoices = (view: Reader, rows: readonly { id: string; names: Multilingual }[]): Choice[] =>
  rows.map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));

/** What an indicator counts, in the reader's words; an unknown code as it is. */
export const indicatorName = (view: Reader, code: string): string => {
  const named = (indicatorNames as Readonly<Record<string, Named>>)[code];
  return named ? nameFor(named, view.locale) : code;
};

/** From a day to a day, or from a day on. */
export const Years = ({ view, from, to }: { view: View; from: string; to: string | null }): ReactNode => (
  <>
    <CalendarDate view={view} value={from} /> – {to ? <CalendarDate view={view} value={to} /> : programmeWords(view)('no_end')}
  </>
);

/** The state of one form on a page that has several: what was typed and what is wrong go to the form that was sent, the others keep their first values. */
export function formAt(visit: Visit<View>, action: string, first: Readonly<Record<string, unknown>> = {}): FormState {
  const { view, values, errors } = visit;
  return view.path === action ? { view, values: { ...first, ...values }, errors } : { view, values: first, errors: {} };
}
