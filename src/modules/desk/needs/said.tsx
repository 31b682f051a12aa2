import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { Bdi } from '#ui/bdi.tsx';

/** Words kept as data, in the reader's language or the best there is, marked with the language they are in. */
export const Said = ({ view, value }: { view: Reader; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as plain text, for labels and options. */
export const plainly = (view: Reader, value: Multilingual): string => inLanguage(value, view.locale.lang).text;
