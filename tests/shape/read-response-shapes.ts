import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { projectRoot } from '#core/project-root.ts';

type Schema = Readonly<Record<string, unknown>>;

const DEEPEST = 9;

/** The JSON Schema of what every action and query answers, as text, by its full name; made from the types the compiler infers. */
export async function responseShapes(): Promise<string> {
  const root = projectRoot();
  const files = (readdirSync(join(root, 'src/modules'), { recursive: true }) as string[])
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file)).map((file) => join(root, 'src/modules', file));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const shapes = new Map<string, Schema>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    if (!symbol) continue;
    const named = checker.getExportsOfModule(symbol).filter((one) => /^(Action|Query)$/.test(checker.getTypeOfSymbol(one).symbol?.name ?? ''));
    if (!named.length) continue;
    const live = (await import(pathToFileURL(file).href)) as Record<string, { readonly kind?: string; readonly fullName?: string }>;
    for (const one of named) {
      const { kind, fullName } = live[one.name] ?? {};
      const answer = checker.getTypeArguments(checker.getTypeOfSymbol(one) as ts.TypeReference)[1];
      if ((kind === 'action' || kind === 'query') && fullName && answer) shapes.set(fullName, schemaOf(checker, answer, 0));
    }
  }
  return written(shapes);
}

const SHARED_LENGTH = 100;

/** One line for each answer; parts that stand in several answers are written once, under `shared`. */
function written(shapes: ReadonlyMap<string, Schema>): string {
  const counts = new Map<string, number>();
  const count = (part: unknown): void => {
    if (!part || typeof part !== 'object') return;
    const text = JSON.stringify(part);
    if (!Array.isArray(part) && 'type' in part && text.length > SHARED_LENGTH) counts.set(text, (counts.get(text) ?? 0) + 1);
    if ((counts.get(text) ?? 0) < 2) Object.values(part).forEach(count);
  };
  shapes.forEach(count);
  const shared: Record<string, unknown> = {};
  const named = (part: unknown, inside = false): unknown => {
    if (!part || typeof part !== 'object') return part;
    const text = JSON.stringify(part);
    if (!inside && (counts.get(text) ?? 0) > 1) {
      const name = `shape-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
      shared[name] ??= named(part, true);
      return { $ref: `#/components/schemas/${name}` };
    }
    return Array.isArray(part) ? part.map((one) => named(one)) : Object.fromEntries(Object.entries(part).map(([key, one]) => [key, named(one)]));
  };
  const sorted = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, shape]) => [name, named(shape)] as const);
  const lines = (rows: readonly (readonly [string, unknown])[]) => rows.map(([name, shape]) => `  ${JSON.stringify(name)}: ${JSON.stringify(shape)}`).join(',\n');
  return `{\n "answers": {\n${lines(sorted)}\n },\n "shared": {\n${lines(Object.entries(shared).sort(([a], [b]) => (a < b ? -1 : 1)))}\n }\n}\n`;
}

/** A type as what JSON.stringify makes of its values. */
function schemaOf(checker: ts.TypeChecker, type: ts.Type, depth: number): Schema {
  const { flags } = type;
  if (depth > DEEPEST || flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return {};
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return { type: 'null' };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (flags & ts.TypeFlags.StringLike || flags & ts.TypeFlags.BigIntLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (type.isUnion()) return unionOf(checker, type.types, depth);
  return objectOf(checker, type, depth);
}

function unionOf(checker: ts.TypeChecker, types: readonly ts.Type[], depth: number): Schema {
  const words = types.flatMap((type) => (type.isStringLiteral() ? [type.value] : [])).sort();
  const truths = types.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral);
  const rest = types.filter((type) => !type.isStringLiteral() && (truths.length < 2 || !truths.includes(type)));
  const parts = [
    ...(words.length ? [words.length === 1 ? { const: words[0] } : { enum: words }] : []), ...(truths.length === 2 ? [{ type: 'boolean' }] : []),
    ...rest.map((type) => schemaOf(checker, type, depth)),
  ];
  // The compiler's own order depends on what it met first.
  const different = [...new Map(parts.map((part) => [JSON.stringify(part), part])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return different.length === 1 ? different[0]! : { anyOf: different };
}

function objectOf(checker: ts.TypeChecker, type: ts.Type, depth: number): Schema {
  const name = type.symbol?.name;
  if (name === 'Date') return { type: 'string', format: 'date-time' };
  if (['Buffer', 'Uint8Array', 'Map', 'Set', 'ReadonlyMap', 'ReadonlySet'].includes(name ?? '')) return { type: 'object' };
  if (checker.isTupleType(type)) return { type: 'array' };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker, checker.getTypeArguments(type as ts.TypeReference)[0]!, depth + 1) };
  const index = type.getStringIndexType();
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const property of [...checker.getPropertiesOfType(type)].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const kind = checker.getTypeOfSymbol(property);
    if (kind.getCallSignatures().length) continue;
    const absent = Boolean(property.flags & ts.SymbolFlags.Optional) || (kind.isUnion() && kind.types.some(({ flags }) => flags & ts.TypeFlags.Undefined));
    const present = kind.isUnion() ? kind.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)) : [kind];
    properties[property.name] = present.length === 1 ? schemaOf(checker, present[0]!, depth + 1) : unionOf(checker, present, depth + 1);
    // An open kind may hold undefined, which JSON leaves out.
    if (!absent && !(kind.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Undefined))) required.push(property.name);
  }
  return {
    type: 'object', ...(Object.keys(properties).length ? { properties } : {}), ...(required.length ? { required } : {}),
    ...(index ? { additionalProperties: schemaOf(checker, index, depth + 1) } : {}),
  };
}
