import { inLanguage } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { consentWords } from '../consent-words.ts';
import { builtInVersion, type NoticeTold } from './notice-told.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** The words of a notice, with the language they are in: the hub's own text, else the built-in one of that version. */
export function toldText(reader: Reader, { version, texts }: Pick<NoticeTold, 'version' | 'texts'>, purpose: ConsentPurpose): { text: string; lang: string } {
  const { lang } = reader.locale;
  if (texts) return inLanguage({ ...texts }, lang);
  const words = consentWords(reader);
  if (version === builtInVersion) return { text: `${words(`told.${purpose}`)} ${words('told.rights')}`, lang };
  // Before each purpose had its own words, the intake read one text and the page of consents another.
  return { text: words(purpose === 'service' ? 'earlier.service' : 'earlier.other'), lang };
}
