import { IntlMessageFormat } from 'intl-messageformat';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Locale } from './locale.ts';

/** What a hub calls things on its own screens ("CitESS", "حاضنة", "cluster"); keys are codes of docs/glossary.md. */
export type Terms = Readonly<Record<string, string>>;

/** Who reads: her language and country, and the words of the hub she stands in. */
export interface Reader {
  readonly locale: Locale;
  readonly terms: Terms;
}

export type Values = Readonly<Record<string, string | number | bigint | boolean | Date | null | undefined>>;
export type Say<K extends string> = (key: K, values?: Values) => string;

export interface Words<K extends string> {
  (reader: Reader): Say<K>;
  readonly module: string;
  readonly files: Files<K>;
}

type Files<K extends string> = { en: Record<K, string>; ar: Record<K, string>; fr: Record<K, string> } & Partial<
  Record<'es' | 'pt' | 'it' | 'el', Partial<Record<K, string>>>
>;

const everyWords: Words<string>[] = [];

/** Every module's words, for the build check, the crawl and the words of refusals. */
export const allWords = (): readonly Words<string>[] => everyWords;

const parsed = new Map<string, IntlMessageFormat>();

/**
 * The words of one module. English gives the keys; Arabic and French must have every one of them or it does not compile.
 * Messages are ICU MessageFormat. Every message also knows `{country}` (TN, MA …) and the hub's terms as `{term_hub}` etc.
 * Values are bidi-isolated, so that 36 000 never prints "000 36" inside Arabic (domain.md rule 14).
 */
export function defineWords<const F extends Record<string, string>>(
  module: string,
  files: Files<keyof F & string> & { en: F },
): Words<keyof F & string> {
  const french = withFrenchSpaces(files.fr);
  const words = (reader: Reader): Say<keyof F & string> => {
    const { lang } = reader.locale;
    const messages = (lang === 'qps' ? files.en : lang === 'fr' ? french : (files[lang] ?? files.en)) as Record<string, string>;
    return (key, values) => say(messages[key] ?? files.en[key] ?? key, reader, values);
  };
  const whole = Object.assign(words, { module, files }) as Words<keyof F & string>;
  everyWords.push(whole as unknown as Words<string>);
  return whole;
}

function say(message: string, reader: Reader, values: Values = {}): string {
  const { lang, tag, country } = reader.locale;
  let text = message;
  if (message.includes('{') || message.includes("'")) {
    // By the words themselves: two parts of one module may have a key in common, and messages of one length under it.
    const cacheKey = `${tag} ${message}`;
    let format = parsed.get(cacheKey);
    if (!format) parsed.set(cacheKey, (format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })));
    text = String(format.format({ ...termValues(reader), country, ...isolated(values) }));
  }
  return lang === 'qps' ? pseudo(text) : text;
}

const termsSeen = new WeakMap<Terms, Record<string, string>>();

function termValues({ terms }: Reader): Record<string, string> {
  let values = termsSeen.get(terms);
  if (!values) termsSeen.set(terms, (values = Object.fromEntries(Object.entries(terms).map(([code, word]) => [`term_${code}`, word]))));
  return values;
}

const FSI = '\u2068';
const PDI = '\u2069';

function isolated(values: Values): Record<string, string | number | bigint | boolean | Date | null | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      // Codes such as "TN" or "female" steer a `select`; isolating them would make it miss.
      typeof value === 'string' && !/^[A-Za-z_]{1,24}$/.test(value) ? FSI + value + PDI : value,
    ]),
  );
}

/** Marks a translated text so that the crawl of tests/shape can tell it from a literal. */
const pseudo = (text: string): string => `⟦${text}⟧`;
