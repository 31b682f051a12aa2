import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { type Named, nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { Choice } from '#ui/choice.tsx';
import { findTerritory } from './territory/territories.ts';

/** A name from the data in the reader's language, or the best other one, marked with the language it is in. */
export const Names = ({ view, of }: { view: Reader; of: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(of, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as bare text, for titles of the browser's tab and lists of choices. */
export const nameIn = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** The name of a place by its code; a place a network added itself shows its code until its own list is asked. */
export const PlaceName = ({ view, code }: { view: Reader; code: string | null }): ReactNode => {
  if (code === null) return null;
  const place = findTerritory(code);
  return <Bdi>{place ? nameFor(place.names, view.locale) : code}</Bdi>;
};

/** A list of choices from codes and the names the code's own tables give them. */
export const namedChoices = <C extends string>(view: Reader, codes: readonly C[], names: Readonly<Record<C, Named>>): Choice[] =>
  codes.map((code) => ({ value: code, label: nameFor(names[code], view.locale) }));

/** A list of choices from rows with names. */
export const rowChoices = (view: Reader, rows: readonly { id: string; names: Multilingual }[]): Choice[] =>
  rows.map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));
