import { inLanguage } from '#core/input.ts';
import { nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { organizationKindNames, organizationKinds } from '#modules/network/public.ts';
import { type ServiceStage, serviceStages, stageNames } from '../service-stage.ts';
import { directoryWords } from '../words.ts';
import type { ClientTest } from './client-test.ts';

/**
 * A rule or priority group as a reader should see it: the provider's own words in her language, or a sentence made from
 * the codes. `placeName` gives the name of a territory. Answers the text and the language it is in.
 */
export function wordsOfTest(
  reader: Reader,
  test: Omit<ClientTest, 'id'>,
  placeName: (code: string) => string,
): { readonly text: string; readonly lang: string } {
  const { lang } = reader.locale;
  const own = test.words[lang as 'ar'];
  if (own) return { text: own, lang };
  const made = sentenceOf(reader, test, placeName);
  return made ? { text: made, lang } : inLanguage(test.words, lang);
}

function sentenceOf(reader: Reader, { field, operator, codes, lowest, highest }: Omit<ClientTest, 'id'>, placeName: (code: string) => string): string {
  const words = directoryWords(reader);
  if (field === 'age') {
    if (lowest !== null && highest !== null) return words('rule.age_between', { lowest, highest });
    return lowest !== null ? words('rule.age_from', { lowest }) : words('rule.age_to', { highest });
  }
  const names = codes.map((code) => (field === 'territory' ? placeName(code) : codeName(reader, code)));
  const list = new Intl.ListFormat(reader.locale.tag, { type: 'disjunction' }).format(names);
  if (field === 'territory') return words('rule.within', { list });
  return words(operator === 'none-of' ? 'rule.none_of' : 'rule.one_of', { field: words(`field.${field}`), list });
}

/** The name of one code of a rule: women, a cooperative, the stage of an idea … */
export function codeName(reader: Reader, code: string): string {
  const kind = organizationKinds.find((one) => one === code);
  if (kind) return nameFor(organizationKindNames[kind], reader.locale);
  if (serviceStages.includes(code as ServiceStage)) return nameFor(stageNames[code as ServiceStage], reader.locale);
  return directoryWords(reader)(`code.${code}` as 'code.female');
}
