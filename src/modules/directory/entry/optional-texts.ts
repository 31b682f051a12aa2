import { z } from 'zod';
import { maybe, text } from '#core/input.ts';

/** A text in Arabic, French or English, each of which may be left empty, also all of them. */
export const optionalTexts = (most: number) =>
  z.preprocess((value) => value ?? {}, z.strictObject({ ar: maybe(text(most)), fr: maybe(text(most)), en: maybe(text(most)) }));
