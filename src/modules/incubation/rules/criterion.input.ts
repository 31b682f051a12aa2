import { z } from 'zod';
import { choice, id, maybe, multilingual, text, wholeNumber } from '#core/input.ts';
import type { PointRule } from '../call/call-tables.ts';
import { criterionKinds } from '../codes.ts';

const span = z.strictObject({ from: maybe(wholeNumber(-1_000_000, 1_000_000)), to: maybe(wholeNumber(-1_000_000, 1_000_000)), points: maybe(wholeNumber(0, 1_000)) });

/** A criterion as a form sends it: points by answer, or by span of numbers; lines left empty say nothing. */
export const criterionInput = z.strictObject({
  call: id(), code: text(40).pipe(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)), names: multilingual(200), kind: choice(criterionKinds),
  weight: wholeNumber(1, 1_000), most: wholeNumber(1, 1_000), reads: maybe(text(40)),
  points: z.record(z.string().max(60), maybe(wholeNumber(0, 1_000))).default({}), spans: z.record(z.string().max(3), span).default({}),
});

type Given = z.output<typeof criterionInput>;

/** The lines of an automatic criterion: answers as they were listed, then spans from the lowest. */
export function pointRules({ points, spans }: Pick<Given, 'points' | 'spans'>): PointRule[] {
  const answers = Object.entries(points).flatMap(([is, given]) => (given === undefined ? [] : [{ is, points: given }]));
  const numbers = Object.values(spans).flatMap(({ from, to, points: given }) => (from === undefined || given === undefined ? [] : [{ from, to: to ?? 1_000_000, points: given }]));
  return [...answers, ...numbers.sort((a, b) => a.from - b.from)];
}
