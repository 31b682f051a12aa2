interface Shape {
  readonly [key: string]: unknown;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
}

const DEEPEST = 6;

/** Plain values for what has a form of its own; the first that fits is shown. */
const plain = ['text', 'A text of some words', '09:30', '2026-11-22', '2026-11', '2026-11-22T09:30:00Z', '123456', 'TN-43-99', 'abcd-2345-abcd-2345', 'text-of-eight-letters', 'call-one', '0'.repeat(64)];

/** The smallest input of a shape, to begin from: only what must be there, with plain values. */
export function exampleOf(shape: Shape, schemas: Readonly<Record<string, object>>, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (shape.$ref) return exampleOf((schemas[shape.$ref.split('/').at(-1)!] ?? {}) as Shape, schemas, depth + 1);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return exampleOf(shape.anyOf[0]!, schemas, depth + 1);
  switch (shape.type) {
    case 'object': return objectExample(shape, schemas, depth);
    case 'array': return Array.from({ length: shape.minItems ?? 0 }, () => exampleOf(shape.items ?? {}, schemas, depth + 1));
    case 'boolean': return false;
    case 'integer': case 'number': return Math.max(shape.minimum ?? 1, -1);
    case 'string': return shape.format === 'uuid' ? '019aa000-0000-7000-8000-000000000000' : (plain.find((value) => value.length >= (shape.minLength ?? 0) && new RegExp(shape.pattern ?? '', 'u').test(value)) ?? 'text');
    default: return null;
  }
}

/** Of a text in several languages one is enough. */
function objectExample({ properties = {}, required = [] }: Shape, schemas: Readonly<Record<string, object>>, depth: number): unknown {
  const names = 'ar' in properties && 'fr' in properties && required.length === 0 ? ['ar'] : Object.keys(properties).filter((name) => required.includes(name));
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name]!, schemas, depth + 1)]));
}
