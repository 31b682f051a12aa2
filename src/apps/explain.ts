import { coreWords } from '#core/words/core-words.ts';
import { InvalidInput, type Refusal } from '#core/refusal.ts';
import { allWords, type Reader, type Values } from '#core/words/words.ts';

/** A refusal in the reader's words: its module's `refusal.<code>`, or the code itself where words are missing. */
export function refusalText(refusal: Refusal, reader: Reader): string {
  const [module, code] = [refusal.code.slice(0, refusal.code.indexOf('.')), refusal.code.slice(refusal.code.indexOf('.') + 1)];
  return moduleText(module, `refusal.${code}`, reader, refusal.values) ?? refusal.code;
}

/** What is wrong with each field, in the reader's words, by dotted field name. */
export function fieldTexts(invalid: InvalidInput, module: string, reader: Reader): Record<string, string> {
  // Without a prototype: a field that calls itself `constructor` is named like any other.
  const texts: Record<string, string> = Object.create(null);
  for (const { field, code, values } of invalid.problems) {
    texts[field] ??=
      moduleText(module, `input.${code}`, reader, values) ??
      moduleText('core', `input.${code}`, reader, values) ??
      coreWords(reader)('input.not-understood');
  }
  return texts;
}

function moduleText(module: string, key: string, reader: Reader, values: Values): string | undefined {
  const words = allWords().find((known) => known.module === module && key in known.files.en);
  return words?.(reader)(key, values);
}

/** Everything wrong with a form: by field, and under '' what concerns it as a whole. */
export function formErrors(error: Refusal | InvalidInput, module: string, reader: Reader): Record<string, string> {
  if (error instanceof InvalidInput) return fieldTexts(error, module, reader);
  return { [error.field ?? '']: refusalText(error, reader) };
}
