import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { Bdi, FreeText } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';

/** A multilingual value in the reader's language, or the best there is, marked with the language it is in. */
export const InLang = ({ view, value }: { view: View; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same for a long text: each line a paragraph. */
export const ProseInLang = ({ view, value }: { view: View; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return text ? <div lang={lang}><FreeText text={text} /></div> : null;
};

/** The plain text, for titles of pages and options of lists. */
export const plainIn = (view: View, value: Multilingual): string => inLanguage(value, view.locale.lang).text;
