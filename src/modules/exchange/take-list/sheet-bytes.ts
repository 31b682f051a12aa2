import type { CellKind } from './list-part.ts';

/** More than this no program for tables takes in one cell. */
const MOST_LETTERS = 32_767;
/** The most bytes one letter becomes: `_x0007_`. */
const BYTES_OF_A_LETTER = 7;
const MS_PER_DAY = 86_400_000;
/** Day zero of workbooks. They believe that 1900 had a 29 February, so days before March of that year stay text. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;

const SPACE = 0x20;
const looksEscaped = /_x[0-9A-Fa-f]{4}_/u;

/**
 * The bytes of a sheet as they are written. Every letter is looked at once and goes straight to its bytes: thirteen million cells as joined
 * texts took three times as long and most of it to clear them away (0053). A text is a text and a number a number: nothing in a cell is ever a formula.
 */
export class SheetBytes {
  #bytes = new Uint8Array(1 << 18);
  #given = new Uint8Array(1 << 18);
  #at = 0;

  /** How many bytes wait. */
  get waiting(): number { return this.#at; }

  /** Gives what waits and forgets it. What is given holds until the next is taken: two buffers take turns, so that nothing has to be cleared away. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#at);
    [this.#bytes, this.#given, this.#at] = [this.#given, this.#bytes, 0];
    return taken;
  }

  /** Markup of our own, in ASCII, as it is. */
  markup(text: string): void {
    this.#room(text.length);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.#at = at;
  }

  /** One cell at a place such as `AB12`, given as `<c r="AB` and `12`; an empty one is left out. */
  cell(begins: string, row: string, value: string | number | null, kind: CellKind | undefined): void {
    if (value === null || value === '') return;
    this.markup(begins);
    this.markup(row);
    const day = kind === 'date' ? dayNumber(String(value)) : null;
    if (day !== null) this.markup(`" s="1"><v>${day}</v></c>`);
    else if (typeof value === 'number' && Number.isFinite(value)) {
      this.markup('"><v>');
      this.markup(String(value));
      this.markup('</v></c>');
    } else {
      const text = String(value);
      this.markup(keepsItsSpaces(text) ? '" t="inlineStr"><is><t xml:space="preserve">' : '" t="inlineStr"><is><t>');
      this.text(text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);
      this.markup('</t></is></c>');
    }
  }

  /** A text of others. What XML cannot carry is written as workbooks do (`_x0007_`, ECMA-376 ST_Xstring), and so is a text that looks like that. */
  text(given: string): void {
    const text = given.includes('_x') && looksEscaped.test(given) ? given.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') : given;
    this.#room(text.length * BYTES_OF_A_LETTER);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x26) this.markup('&amp;');
      else if (code === 0x3c) this.markup('&lt;');
      else if (code === 0x3e) this.markup('&gt;');
      else if (code === 0x22) this.markup('&quot;');
      else if ((code < SPACE && code !== 9 && code !== 10) || code >= 0xfffe) this.markup(`_x${code.toString(16).toUpperCase().padStart(4, '0')}_`);
      else if (code < 0x80) this.#bytes[this.#at++] = code;
      else if (code < 0x800) {
        this.#bytes[this.#at++] = 0xc0 | (code >> 6);
        this.#bytes[this.#at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) this.#three(code);
      else i += this.#pair(text, i);
    }
  }

  /** Two halves of one sign; a half alone is no sign and becomes U+FFFD. Answers how many more code units it took. */
  #pair(text: string, at: number): number {
    const point = text.codePointAt(at)!;
    if (point <= 0xffff) { this.#three(0xfffd); return 0; }
    this.#bytes[this.#at++] = 0xf0 | (point >> 18);
    this.#bytes[this.#at++] = 0x80 | ((point >> 12) & 0x3f);
    this.#bytes[this.#at++] = 0x80 | ((point >> 6) & 0x3f);
    this.#bytes[this.#at++] = 0x80 | (point & 0x3f);
    return 1;
  }

  #three(code: number): void {
    this.#bytes[this.#at++] = 0xe0 | (code >> 12);
    this.#bytes[this.#at++] = 0x80 | ((code >> 6) & 0x3f);
    this.#bytes[this.#at++] = 0x80 | (code & 0x3f);
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

/** Spaces at an edge are kept only where it is said. */
const keepsItsSpaces = (text: string): boolean => text.charCodeAt(0) <= SPACE || text.charCodeAt(text.length - 1) <= SPACE;

const dayNumber = (text: string): number | null => {
  const at = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const day = (at - DAY_ZERO) / MS_PER_DAY;
  return day >= FIRST_DAY && new Date(at).toISOString().startsWith(text) ? day : null;
};

/** How a cell of a column begins: 0 is A, 26 is AA. */
export const cellBegins = (column: number): string => `<c r="${columnLetters(column)}`;

const columnLetters = (at: number): string => (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
