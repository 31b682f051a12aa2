/** Turns `a.b=1&tags=x&tags=y` into `{ a: { b: '1' }, tags: ['x', 'y'] }`. Names that could touch prototypes are dropped. */
export function formValues(entries: Iterable<[string, unknown]>): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, value] of entries) {
    const path = name.split('.');
    if (path.length > 6 || path.some((part) => FORBIDDEN.has(part) || part === '')) continue;
    place(values, path, value);
  }
  return values;
}

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

function place(into: Record<string, unknown>, [first, ...rest]: string[], value: unknown): void {
  const key = first!;
  if (rest.length) {
    const inner = (typeof into[key] === 'object' && into[key] !== null && !Array.isArray(into[key]) ? into[key] : Object.create(null)) as Record<string, unknown>;
    into[key] = inner;
    place(inner, rest, value);
    return;
  }
  const before = into[key];
  if (!(key in into)) into[key] = value;
  // Added in place: a copy for each would hold the house up for minutes when a name is repeated a hundred thousand times.
  else if (Array.isArray(before)) before.push(value);
  else into[key] = [before, value];
}
