import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { Bdi } from '#ui/bdi.tsx';
import { consentWords } from '../consent-words.ts';

/** The partner or hub that sharing is about, in the reader's language; a no that names nobody speaks of every partner. */
export const PartnerName = ({ view, names, recipient }: { view: Reader; names: Readonly<Record<string, Multilingual>>; recipient: string | null }): ReactNode => {
  if (recipient === null) return consentWords(view)('page.every_partner');
  const { text, lang } = inLanguage(names[recipient] ?? {}, view.locale.lang);
  return <Bdi lang={lang}>{text || '—'}</Bdi>;
};
