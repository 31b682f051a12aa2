import { z } from 'zod';

/** What someone answered: a code, several codes, a number, or her own words. */
export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** When a question is asked, over the answers given before it. `is` also looks inside a list of ticked answers. */
export type Condition =
  | { readonly answer: string; readonly is: string }
  | { readonly answer: string; readonly least: number }
  | { readonly answer: string; readonly known: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const answer = z.string().min(1).max(40);

/** A condition as published in a form. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer, is: z.string().min(1).max(40) }),
    z.strictObject({ answer, least: z.number() }),
    z.strictObject({ answer, known: z.literal(true) }),
    z.strictObject({ all: z.array(condition).min(1).max(10) }),
    z.strictObject({ any: z.array(condition).min(1).max(10) }),
    z.strictObject({ not: condition }),
  ]),
);

/** Says whether the answers meet a condition; an answer that was not given meets nothing. */
export function holdsFor(given: Answers, when: Condition): boolean {
  if ('all' in when) return when.all.every((inner) => holdsFor(given, inner));
  if ('any' in when) return when.any.some((inner) => holdsFor(given, inner));
  if ('not' in when) return !holdsFor(given, when.not);
  const value = Object.hasOwn(given, when.answer) ? given[when.answer] : undefined;
  if (value === undefined) return false;
  if ('is' in when) return Array.isArray(value) ? value.includes(when.is) : value === when.is;
  if ('least' in when) return typeof value === 'number' && value >= when.least;
  return true;
}

/** The questions a condition looks at. */
export function answersIn(when: Condition): readonly string[] {
  if ('all' in when) return when.all.flatMap(answersIn);
  if ('any' in when) return when.any.flatMap(answersIn);
  if ('not' in when) return answersIn(when.not);
  return [when.answer];
}
