import { z } from 'zod';
import type { Random } from '../random.ts';

/** Where the values of a sampled input come from. */
export interface Sources {
  readonly random: Random;
  /** A text for a field, not longer than so many characters. */
  readonly text: (field: string, most: number) => string;
  /** A known identifier for a field. */
  readonly id: (field: string) => string;
}

export interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** The JSON form of what an action or query takes. */
export function shapeOf(input: z.ZodType): Shape {
  const shape = shapes.get(input) ?? (z.toJSONSchema(input, { io: 'output', unrepresentable: 'any' }) as Shape);
  shapes.set(input, shape);
  return shape;
}

const shapes = new WeakMap<z.ZodType, Shape>();

/** Makes an input that fits a shape, with plausible values by the names of its fields. */
export function sample(shape: Shape, sources: Sources, field = ''): unknown {
  const { random } = sources;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  if (shape.anyOf) return sample(random.pick(shape.anyOf), sources, field);
  switch (shape.type) {
    case 'object': return sampleObject(shape, sources, field);
    case 'array': return Array.from({ length: (shape.minItems ?? 0) + random.below(2) }, () => sample(shape.items ?? {}, sources, field));
    case 'boolean': return random.once(2);
    case 'integer': case 'number': return numberFor(field, shape, random);
    case 'string': return stringFor(field, shape, sources);
    default: return looseFor(field, sources);
  }
}

function sampleObject({ properties = {}, required = [] }: Shape, sources: Sources, field: string): Record<string, unknown> {
  const languages = 'ar' in properties && 'fr' in properties;
  const entries = Object.entries(properties).filter(([name]) => required.includes(name) || (languages ? name === 'ar' || name === 'fr' : !sources.random.once(3)));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sample(inner, sources, languages ? field : name)]).filter(([, value]) => value !== undefined));
}

function numberFor(field: string, { minimum = 1, maximum = 1_000 }: Shape, random: Random): number {
  if (field === 'birth_year') return 1_950 + random.below(50);
  if (field === 'version') return 1;
  return minimum + random.below(Math.min(maximum - minimum + 1, 12));
}

const places = ['TN-43', 'TN-53', 'TN-11'];

function stringFor(field: string, { format, maxLength = 200 }: Shape, { random, id, text }: Sources): string {
  const digits = (many: number) => Array.from({ length: many }, () => random.below(10)).join('');
  if (format === 'uuid') return id(field);
  if (field === 'birth_date') return `19${60 + random.below(39)}-0${1 + random.below(9)}-1${random.below(9)}`;
  if (field === 'hour' || field === 'opens') return `0${8 + random.below(2)}:30`;
  if (field === 'closes') return '16:00';
  if (/month|^from$|^to$/.test(field)) return '2026-03';
  if (/until|valid_until|due|planned/i.test(field)) return `2031-0${1 + random.below(9)}-15`;
  if (/(^|_)(date|on|since|from|to|day)$|On$|trained/i.test(field)) return `2025-0${1 + random.below(9)}-1${random.below(9)}`;
  if (/territory|areas|within/.test(field)) return random.pick(places);
  if (field === 'phone') return `+2162${digits(7)}`;
  if (field === 'email') return `a${digits(9)}@example.org`;
  if (/url|website/.test(field)) return `https://example.org/${digits(9)}`;
  if (field === 'id_number') return `0${digits(7)}`;
  if (field === 'login') return `colleague.${digits(9)}`;
  if (field === 'postalCode') return digits(4);
  if (/password|current/.test(field)) return `olive-${digits(4)}-harvest`;
  if (field === 'paper_number') return digits(6);
  return text(field, maxLength);
}

/** Fields whose shape the schema does not tell. */
function looseFor(field: string, { text, random }: Sources): unknown {
  if (/descriptions|welcomes|address|terms/.test(field)) return { ar: text(field, 200), fr: text(field, 200) };
  if (field === 'latitude') return 33 + random.below(300) / 100;
  if (field === 'longitude') return 8 + random.below(300) / 100;
  return undefined;
}
