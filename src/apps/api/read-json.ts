const DEEPEST = 32;

/** A body that is not one clear JSON text in UTF-8. */
export class UnclearJson extends Error {
  override readonly name = 'UnclearJson';
}

/**
 * Reads bytes as JSON and refuses what two readers would understand differently: bytes that are no UTF-8, a key that stands twice in
 * one object, whole numbers too large to be kept exactly, and things nested deeper than 32.
 */
export function readJson(bytes: ArrayBuffer): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
    checkStructure(text);
  } catch {
    throw new UnclearJson();
  }
  return value;
}

/** Walks a text that is known to be JSON: a set of keys for each object that is open. */
function checkStructure(text: string): void {
  const open: (Set<string> | null)[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') {
      open.push(part === '{' ? new Set() : null);
      if (open.length > DEEPEST) throw new UnclearJson();
    } else if (part === '}' || part === ']') {
      open.pop();
    } else if (part === ':') {
      const key = JSON.parse(last) as string;
      const keys = open.at(-1)!;
      if (keys!.has(key)) throw new UnclearJson();
      keys!.add(key);
    } else if (/^-?\d+$/.test(part) && !Number.isSafeInteger(Number(part))) {
      throw new UnclearJson();
    }
    last = part;
  }
}
