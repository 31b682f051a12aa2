import type { Action, Query } from '#core/action.ts';
import { type Shape, shapeOf } from '../town/sample.ts';
import { apiNames } from '../web/routes.ts';

/** One place where somebody may write words: the action or query, and the way to the field. */
export interface TextField {
  readonly asked: Action | Query;
  readonly path: readonly string[];
}

/** Every field of every action and query that takes free text, also inside others. */
export function textFields(): TextField[] {
  const { actions, queries } = apiNames();
  return [...actions, ...queries].flatMap((asked) => pathsIn(shapeOf(asked.spec.input)).map((path) => ({ asked, path })));
}

function pathsIn(shape: Shape, path: readonly string[] = []): (readonly string[])[] {
  if (shape.anyOf) return shape.anyOf.flatMap((part) => pathsIn(part, path));
  if (shape.type === 'object') return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => pathsIn(inner, [...path, name]));
  if (shape.type === 'array') return pathsIn(shape.items ?? {}, [...path, '0']);
  const free = shape.type === 'string' ? !shape.enum && shape.const === undefined && shape.format !== 'uuid' : shape.type === undefined && !shape.enum && shape.const === undefined;
  return free && path.length ? [path] : [];
}

/** The same input with another value at the end of a way; what is missing on the way is made. */
export function withAt(given: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (first === '0') return [withAt(Array.isArray(given) ? given[0] : undefined, rest, value)];
  const whole = given && typeof given === 'object' && !Array.isArray(given) ? given : {};
  return { ...whole, [first]: withAt((whole as Record<string, unknown>)[first], rest, value) };
}
