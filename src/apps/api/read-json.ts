const DEEPEST = 32;
/** Whole numbers of so many digits are always kept exactly. */
const SURE_DIGITS = 15;

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

const [QUOTE, BACKSLASH, COLON, MINUS, ZERO, NINE] = [34, 92, 58, 45, 48, 57];
const [OPENS_LIST, CLOSES_LIST, OPENS_OBJECT, CLOSES_OBJECT] = [91, 93, 123, 125];

/** Walks a text that is known to be JSON, letter by letter: one of a megabyte must not hold everybody up. A set of keys for each object that is open. */
function checkStructure(text: string): void {
  const open: (Set<string> | null)[] = [];
  let [from, to] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) {
      from = at;
      at = to = endOfString(text, at);
    } else if (letter === OPENS_OBJECT || letter === OPENS_LIST) {
      open.push(letter === OPENS_OBJECT ? new Set() : null);
      if (open.length > DEEPEST) throw new UnclearJson();
    } else if (letter === CLOSES_OBJECT || letter === CLOSES_LIST) {
      open.pop();
    } else if (letter === COLON) {
      const key = JSON.parse(text.slice(from, to + 1)) as string;
      const keys = open.at(-1)!;
      if (keys!.has(key)) throw new UnclearJson();
      keys!.add(key);
    } else if (letter === MINUS || isDigit(letter)) {
      at = checkNumber(text, at);
    }
  }
}

/** Where the quote stands that closes the one at this place. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
  return at;
}

/** Refuses a whole number that cannot be kept exactly; gives the place of its last letter. */
function checkNumber(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const whole = !/[.eE]/.test(text.charAt(end));
  if (whole && end - start > SURE_DIGITS && !Number.isSafeInteger(Number(text.slice(start, end)))) throw new UnclearJson();
  while (/[\d.eE+-]/.test(text.charAt(end)) && end < text.length) end++;
  return end - 1;
}

const isDigit = (letter: number): boolean => letter >= ZERO && letter <= NINE;
