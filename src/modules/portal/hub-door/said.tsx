import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';

/** A value from the data in the reader's language, or the best there is, marked with the language it is in. */
export const Said = ({ view, value }: { view: View; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same for a longer text: each line a paragraph. */
export const SaidAtLength = ({ view, value }: { view: View; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return text ? <div lang={lang}><FreeText text={text} /></div> : null;
};
