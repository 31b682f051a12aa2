import { z } from 'zod';
import { type FieldProblem, InvalidInput } from './refusal.ts';
import type { Values } from './words/words.ts';

/**
 * Reads what was typed or sent; every wrong field is named with a reason that has words in three languages.
 * Understands both JSON and forms: a form's dotted names arrive as nested objects, its numbers as text.
 */
export function readInput<I extends z.ZodType>(shape: I, given: unknown): z.output<I> {
  // Without reportInput the fault does not say what was given, and "12.5" would count as left empty.
  const read = shape.safeParse(given ?? {}, { reportInput: true });
  if (read.success) return read.data;
  throw new InvalidInput(read.error.issues.map(problemOf));
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.map(String).join('.');
  const values: Values = {};
  switch (issue.code) {
    case 'custom':
      return { field, code: String(issue.message || 'not-understood'), values: (issue.params ?? {}) as Values };
    case 'too_small':
      return { field, code: issue.origin === 'string' && Number(issue.minimum) <= 1 ? 'required' : `too-small-${issue.origin}`, values: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return { field, code: `too-big-${issue.origin}`, values: { maximum: Number(issue.maximum) } };
    case 'invalid_type':
      return { field, code: issue.input === undefined ? 'required' : 'not-understood', values };
    case 'invalid_value':
      return { field, code: 'choose-one', values };
    case 'invalid_format':
      return { field, code: issue.format === 'uuid' ? 'not-understood' : `bad-${issue.format}`, values };
    case 'unrecognized_keys':
      return { field: issue.keys[0] ?? field, code: 'unknown-field', values };
    default:
      return { field, code: 'not-understood', values };
  }
}

// Bidi controls, NUL and lone surrogates change what a text seems to say or break the store.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

const empty = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/** A text someone typed: trimmed, NFC, at most `most` characters, without control or direction-changing characters. */
export const text = (most = 200) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? empty(value.normalize('NFC').replace(/\r\n/g, '\n').trim()) : empty(value)),
    z.string().min(1).max(most).refine((value) => !FORBIDDEN.test(value), { message: 'forbidden-characters' }),
  );

/** A whole number between two bounds, typed with any digits. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z.preprocess((value) => {
    const given = empty(value);
    if (typeof given !== 'string') return given;
    const ascii = given.trim().replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
    return /^-?\d{1,15}$/.test(ascii) ? Number(ascii) : given;
  }, z.int().min(minimum).max(maximum));

/** Yes or no: a ticked box, `true`, `on`, `yes`; absent means no. */
export const yes = () =>
  z.preprocess((value) => value === true || value === 'on' || value === 'yes' || value === 'true', z.boolean());

/** An identifier. */
export const id = () => z.preprocess(empty, z.uuid());

/** A real calendar date "2026-11-21", without time zone; impossible dates (30 February) are refused. */
export const isoDate = () =>
  z.preprocess(empty, z.string().refine(isRealDate, { message: 'impossible-date' }));

/** The day after the last one must still be written with four digits. */
function isRealDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) && Number(match[1]) >= 1890 && Number(match[1]) <= 9998;
}

/** An hour of the day "09:30". */
export const clockTime = () => z.preprocess(empty, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** One of the listed codes. */
export const choice = <const C extends readonly [string, ...string[]]>(codes: C) => z.preprocess(empty, z.enum(codes));

/** Several of the listed codes; one ticked box, several, or none. */
export const choices = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.preprocess((value) => (empty(value) === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(codes)));

/** A list of anything; a single form value becomes a list of one, rows that a form numbers (`scores.0.points`) the list in that order. */
export const listOf = <S extends z.ZodType>(shape: S) =>
  z.preprocess((value) => (empty(value) === undefined ? [] : Array.isArray(value) ? value : isNumbered(value) ? Object.values(value) : [value]), z.array(shape));

/** Keys that are whole numbers stand in their order in every object. */
const isNumbered = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d{1,3}$/.test(key));

/** A thing that a script of ours put into a field as JSON text, of at most so many characters. What is no JSON has the wrong shape. */
export const jsonText = <S extends z.ZodType>(most: number, shape: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.length <= most ? parsedOrNothing(value) : empty(value)), shape);

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** May be left empty. */
export const maybe = <S extends z.ZodType>(shape: S) => z.preprocess(empty, shape.optional());

/** A text in several languages: at least one of them; `original` says which was written first. */
export const multilingual = (most = 2_000) =>
  z.strictObject({
    ar: maybe(text(most)), fr: maybe(text(most)), en: maybe(text(most)),
    es: maybe(text(most)), pt: maybe(text(most)), it: maybe(text(most)), el: maybe(text(most)),
  }).refine((value) => Object.values(value).some(Boolean), { message: 'one-language-at-least' });

/** A text in several languages as stored and shown. */
export type Multilingual = Partial<Record<'ar' | 'fr' | 'en' | 'es' | 'pt' | 'it' | 'el', string | undefined>>;

/** The best version of a multilingual text for this reader, with the language it is in. */
export function inLanguage(value: Multilingual, lang: string): { text: string; lang: string } {
  // Who reads a language of the northern shore reads English before Arabic; around the desks it is the other way round.
  const next = ['es', 'pt', 'it', 'el'].includes(lang) ? ['en', 'fr', 'ar'] : ['ar', 'fr', 'en'];
  for (const wanted of [lang, ...next, ...Object.keys(value)]) {
    const found = value[wanted as keyof Multilingual];
    if (found) return { text: found, lang: wanted };
  }
  return { text: '', lang };
}
