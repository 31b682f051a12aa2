import { setImmediate } from 'node:timers/promises';

const DEEPEST = 32;
/** Whole numbers of so many digits are always kept exactly. */
const SURE_DIGITS = 15;

/** A body that is not one clear JSON text in UTF-8. */
export class UnclearJson extends Error {
  override readonly name = 'UnclearJson';
}

/** As many values as a list of the most persons that one action takes has, with their names; three hundred thousand would hold everybody up. */
const MOST_VALUES = 120_000;
/** No action takes an object of a tenth of this; one of eighty thousand keys takes longest of all to be made. */
const MOST_KEYS = 2_000;
/** Others have their turn after so many letters. */
const PIECE = 16 * 1024;

/**
 * Reads bytes as JSON and refuses what two readers would understand differently: bytes that are no UTF-8, a key that stands twice in
 * one object, whole numbers too large to be kept exactly, and things nested deeper than 32. What has more values than any action takes is not read at all.
 */
export async function readJson(bytes: ArrayBuffer): Promise<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (valuesIn(new Uint8Array(bytes)) > MOST_VALUES) throw new UnclearJson();
    // First, because it can be left at the first thing that nobody takes and leaves others their turn; parsing can neither.
    await checkStructure(text);
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnclearJson();
  }
}

const [QUOTE, BACKSLASH, COLON, COMMA, MINUS, PLUS, POINT, ZERO, NINE] = [34, 92, 58, 44, 45, 43, 46, 48, 57];
const EXPONENTS: readonly number[] = [69, 101];
const [OPENS_LIST, CLOSES_LIST, OPENS_OBJECT, CLOSES_OBJECT] = [91, 93, 123, 125];

/** How many values a text may have at most: those between commas, and one in each list or object. Signs within strings count too, which makes it more. */
function valuesIn(bytes: Uint8Array): number {
  let values = 1;
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at];
    if (sign === COMMA || sign === OPENS_LIST || sign === OPENS_OBJECT) values++;
  }
  return values;
}

/** Walks a text that may be JSON, letter by letter: one of a megabyte must not hold everybody up. A set of keys for each object that is open. */
async function checkStructure(text: string): Promise<void> {
  const open: (Set<string> | null)[] = [];
  let [from, to, pause] = [0, 0, PIECE];
  for (let at = 0; at < text.length; at++) {
    if (at > pause) {
      pause = at + PIECE;
      await setImmediate();
    }
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
      const written = text.slice(from, to + 1);
      const key = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
      const keys = open.at(-1);
      if (!keys || keys.has(key) || keys.size >= MOST_KEYS) throw new UnclearJson();
      keys.add(key);
    } else if (letter === MINUS || isDigit(letter)) {
      at = checkNumber(text, at);
    }
  }
}

/** Where the quote stands that closes the one at this place. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
  return at;
}

/** Refuses a whole number that cannot be kept exactly; gives the place of its last letter. */
function checkNumber(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  const whole = next !== POINT && !EXPONENTS.includes(next);
  if (whole && end - start > SURE_DIGITS && !Number.isSafeInteger(Number(text.slice(start, end)))) throw new UnclearJson();
  if (!whole) while (isOfNumber(text.charCodeAt(end))) end++;
  return end - 1;
}

const isDigit = (letter: number): boolean => letter >= ZERO && letter <= NINE;

const isOfNumber = (letter: number): boolean => isDigit(letter) || letter === POINT || letter === PLUS || letter === MINUS || EXPONENTS.includes(letter);
