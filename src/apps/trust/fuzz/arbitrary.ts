import fc from 'fast-check';
import type { Shape } from '../town/sample.ts';

const DEEP = 3;

/** Anything that fits a shape's JSON form, plausible or not; identifiers are mostly those of things that are there. */
export function arbitraryOf(shape: Shape, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((part) => arbitraryOf(part, ids, depth)));
  switch (shape.type) {
    case 'object': return objectOf(shape, ids, depth);
    case 'array': return fc.array(arbitraryOf(shape.items ?? {}, ids, depth + 1), { minLength: shape.minItems ?? 0, maxLength: depth < DEEP ? 4 : 1 });
    case 'boolean': return fc.boolean();
    case 'integer': return fc.integer({ min: floor(shape.minimum), max: ceiling(shape.maximum) });
    case 'number': return fc.double({ min: floor(shape.minimum), max: ceiling(shape.maximum), noNaN: true });
    case 'string': return stringOf(shape, ids);
    default: return fc.jsonValue({ maxDepth: 2 });
  }
}

const floor = (minimum = -1_000_000): number => Math.max(Math.ceil(minimum), -2_147_483_648);
const ceiling = (maximum = 1_000_000): number => Math.min(Math.floor(maximum), 2_147_483_647);

function objectOf({ properties = {}, required = [] }: Shape, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, arbitraryOf(inner, ids, depth + 1)]));
  return fc.record(model, { requiredKeys: Object.keys(model).filter((name) => required.includes(name)) });
}

function stringOf({ format, maxLength = 80 }: Shape, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return ids.length ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.uuid()) : fc.uuid();
  const date = fc.date({ min: new Date('1895-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
  const most = Math.min(maxLength, 120);
  return fc.oneof(
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: most, unit: 'binary' }),
    date, fc.constantFrom('TN-43', 'TN', 'MA-03', '2026-03', '09:30', '0', '-1', '٢٠٢٦', 'ar', 'null', 'true'),
  );
}
