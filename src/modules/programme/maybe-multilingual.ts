import { z } from 'zod';
import { type Multilingual, maybe, text } from '#core/input.ts';

/** A text in several languages that may be left empty altogether. */
export const maybeMultilingual = (most: number) =>
  z
    .strictObject({ ar: maybe(text(most)), fr: maybe(text(most)), en: maybe(text(most)) })
    .optional()
    .transform((value): Multilingual => Object.fromEntries(Object.entries(value ?? {}).filter(([, words]) => words)));
